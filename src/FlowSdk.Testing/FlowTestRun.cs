namespace FlowSdk.Testing;

/// <summary>A run of <see cref="FlowTest"/> that is over, to assert on.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
public sealed class FlowTestRun<TFlow>
    where TFlow : Flow, IFlow<TFlow>
{
    private readonly TFlow? _end;

    internal FlowTestRun(RunResult result, Run run, IReadOnlyList<LogLine> output, TFlow? end) => (Result, Run, Output, _end) = (result, run, output, end);

    /// <summary>Succeeded, failed or canceled.</summary>
    public RunStatus Status => Result.Status;

    /// <summary>What the run came to, with the tasks that failed for good.</summary>
    public RunResult Result { get; }

    /// <summary>The flow at its end: its artifacts and parameters. It cannot be changed.</summary>
    /// <exception cref="RunFailedException">The run has not succeeded; the message has the first failure, with its stack.</exception>
    public TFlow End => _end ?? throw new RunFailedException(Result);

    /// <summary>What steps wrote, in the order in which it came.</summary>
    public IReadOnlyList<LogLine> Output { get; }

    /// <summary>The run as a client reads it: its steps, and tasks with their artifacts, attempts and logs.</summary>
    public Run Run { get; }
}
