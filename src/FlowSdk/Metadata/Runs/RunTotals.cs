namespace FlowSdk.Metadata;

/// <summary>Adds up what the records of a journal say of each step: those that a runner writes, and those that are read of a run that has not finished.</summary>
internal sealed class RunTotals(RunStartedRecord start)
{
    /// <summary>How many tasks that failed are named.</summary>
    public const int MaxFailures = 10;

    private readonly StepProgress[] _steps = [.. start.Steps.Select(static _ => new StepProgress())];
    private readonly List<long> _failures = [];

    public IReadOnlyList<long> FirstFailures => _failures;

    public void Add(JournalRecord record)
    {
        switch (record)
        {
            case TaskStartedRecord started:
                _steps[started.Key.Step].Add(started);
                break;
            case TaskFinishedRecord finished:
                _steps[finished.Key.Step].Add(finished);
                break;
            case AttemptFailedRecord failed:
                _steps[failed.Key.Step].Add(failed);
                if (failed is { IsFinal: true, Failure.Kind: not FailureKind.Canceled } && _failures.Count < MaxFailures)
                {
                    _failures.Add(failed.TaskId);
                }

                break;
        }
    }

    /// <summary>What became of the tasks, by step.</summary>
    /// <param name="counts">The scheduler's counts, which know of tasks that never began.</param>
    public IReadOnlyList<StepTotals> Sum(IReadOnlyList<StepCounts> counts) => [.. _steps.Select((step, number) => step.Sum() with { Counts = counts[number] })];

    /// <summary>How far the run has come with these records.</summary>
    /// <param name="run">The state of the run.</param>
    /// <param name="due">The tasks that have come due.</param>
    public RunProgress Summarize(RunStatus run, PendingTasks due) => new(
        [.. _steps.Select((step, number) => step.Summarize(number, start.Steps[number].Name, run, due[number]))], [.. _failures]);
}
