using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A task whose record stands in the journal.</summary>
internal sealed class CommittedTask
{
    private readonly Func<RecordPosition, ArtifactTable>? _read;
    private ArtifactTable? _artifacts;

    public CommittedTask(long taskId, RecordPosition position, ArtifactTable artifacts) =>
        (TaskId, Position, _artifacts) = (taskId, position, artifacts);

    /// <summary>A task whose artifacts are read from its record when something that follows needs them.</summary>
    public CommittedTask(long taskId, RecordPosition position, Func<RecordPosition, ArtifactTable> read) =>
        (TaskId, Position, _read) = (taskId, position, read);

    public long TaskId { get; }

    /// <summary>Where its record stands.</summary>
    public RecordPosition Position { get; }

    public ArtifactTable Artifacts => _artifacts ??= _read!(Position);
}
