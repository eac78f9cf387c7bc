namespace FlowSdk.Metadata;

/// <summary>What a path spec names, with what was read to find it.</summary>
/// <param name="Path">What it names.</param>
/// <param name="Reader">Reads that run.</param>
/// <param name="Task">The task; null if the path names none.</param>
internal readonly record struct FoundPath(ResolvedPath Path, RunReader Reader, TaskSummary? Task);
