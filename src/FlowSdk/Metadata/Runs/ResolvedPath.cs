namespace FlowSdk.Metadata;

/// <summary>What a path spec names.</summary>
/// <param name="Run">The run.</param>
/// <param name="StepName">The step; null if none was named.</param>
/// <param name="TaskId">The task; null if none was named.</param>
internal sealed record ResolvedPath(RunPaths Run, string? StepName, long? TaskId);
