using FlowSdk.Client;
using FlowSdk.Metadata;

namespace FlowSdk;

/// <summary>A step of a run. May be used from any thread.</summary>
public sealed class StepRun
{
    private readonly RunContents _contents;
    private readonly int _number;

    internal StepRun(RunContents contents, int number, RunGraph graph)
    {
        (_contents, _number) = (contents, number);
        Definition = graph.Steps[number];
    }

    /// <summary>The name of the step's method.</summary>
    public string Name => Definition.Name;

    /// <summary>Flow, run and step, with slashes between.</summary>
    public string PathSpec => $"{_contents.PathSpec}/{Name}";

    /// <summary>The step in the graph that was run.</summary>
    public RunGraphStep Definition { get; }

    /// <summary>Flow, run and step of the run that this one resumed; null if it began by itself.</summary>
    public string? OriginPathSpec => _contents.Reader.Start.OriginRunId is { } origin ? $"{_contents.Paths.FlowName}/{origin}/{Name}" : null;

    /// <summary>The step's tasks that have begun, by id.</summary>
    /// <param name="status">Only tasks in this state; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tasks.</returns>
    public IAsyncEnumerable<TaskRun> TasksAsync(TaskRunStatus? status = null, CancellationToken cancellation = default) =>
        TaskRun.ReadAllAsync(_contents, _number, status, cancellation);

    /// <summary>Finds a task of the step. The journal of a run that is over is not read as a whole for it.</summary>
    /// <param name="id">The task's id, a decimal number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The task.</returns>
    /// <exception cref="FlowException">The step has no such task, or it has not begun.</exception>
    public Task<TaskRun> TaskAsync(string id, CancellationToken cancellation = default) => TaskRun.FindAsync(_contents, id, _number, cancellation);

    /// <summary>How far the step has come. Unless the run has finished, its journal is read as a whole for it.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The numbers of its tasks, and their times.</returns>
    public async Task<StepStatistics> StatisticsAsync(CancellationToken cancellation = default) =>
        StepStatistics.Of((await _contents.Reader.ProgressAsync(cancellation)).Steps[_number]);

    /// <summary>What the step's tasks wrote, in the order of time. What tasks taken over from another run wrote there is read from that run, if it is still kept.</summary>
    /// <param name="stream">Only this stream; null for both.</param>
    /// <param name="follow">Whether to go on, while the run is running, with what is written meanwhile.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines, read while they are enumerated.</returns>
    public IAsyncEnumerable<LogLine> LogsAsync(OutputStream? stream = null, bool follow = false, CancellationToken cancellation = default) =>
        LogLines.ReadAsync(_contents, new(_number, null, null, stream), follow ? TimeProvider.System : null, cancellation);

    /// <inheritdoc/>
    public override string ToString() => PathSpec;
}
