using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>A task whose record stands in the journal.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Position">Where its record stands.</param>
/// <param name="Artifacts">Its artifacts.</param>
internal sealed record CommittedTask(long TaskId, RecordPosition Position, ArtifactTable Artifacts);
