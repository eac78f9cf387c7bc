using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads the output of a run's tasks, while the run is under way too.</summary>
internal sealed class LogReader(IObjectStore store, RunPaths paths)
{
    /// <summary>Lines in the order of their times; those of one stream in the order in which they were written.</summary>
    /// <param name="step">Only this step; null for all.</param>
    /// <param name="taskId">Only this task; null for all. The rest is then not read, save in a segment that is being written.</param>
    /// <param name="attempt">Only this attempt; null for all.</param>
    /// <param name="stream">Only this stream; null for both.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<LogLine> ReadAsync(
        int? step = null, long? taskId = null, int? attempt = null, OutputStream? stream = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException($"{store}{paths}");
}
