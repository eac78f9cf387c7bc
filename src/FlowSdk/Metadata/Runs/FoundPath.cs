namespace FlowSdk.Metadata;

/// <summary>What a path spec names, with what was read to find it.</summary>
/// <param name="Path">What it names.</param>
/// <param name="Reader">Reads that run.</param>
/// <param name="Task">The task; null if the path names none.</param>
/// <param name="IsRunNamed">Whether the path names the run, be it as the latest; else it is the latest for want of a name.</param>
internal readonly record struct FoundPath(ResolvedPath Path, RunReader Reader, TaskSummary? Task, bool IsRunNamed);
