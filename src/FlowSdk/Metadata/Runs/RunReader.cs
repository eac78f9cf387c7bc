using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads one run, whether it is under way or over.</summary>
internal sealed class RunReader(IObjectStore store, RunPaths paths)
{
    public RunPaths Paths { get; } = paths;

    public JournalReader Journal { get; } = new(store, paths);

    public LogReader Log { get; } = new(store, paths);

    /// <summary>The first record: the flow's steps, artifacts and parameters.</summary>
    public RunStartedRecord Start => Journal.ReadStart();

    /// <summary>What the run is and how it stands, without reading its tasks.</summary>
    public ValueTask<RunSummary> SummaryAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>How far each step has come, by step number.</summary>
    public ValueTask<IReadOnlyList<StepSummary>> StepsAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The tasks of a step, or all, by id.</summary>
    public IAsyncEnumerable<TaskSummary> TasksAsync(int? step = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>One task, without reading all others; null if there is none.</summary>
    public ValueTask<TaskSummary?> FindTaskAsync(long taskId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The artifacts of a finished task, by name, without those that are not set.</summary>
    public IReadOnlyList<(string Name, ArtifactReference Reference)> Artifacts(TaskSummary task) => throw new NotImplementedException();
}
