namespace FlowSdk.Runtime;

/// <summary>What is recorded of an attempt besides what the scheduler looks at.</summary>
/// <param name="Worker">The worker that ran it, from 1; 0 for the runner itself.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Exit">The exit code of the worker process that ended with it; null if none did.</param>
internal sealed record AttemptDetail(int Worker, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, int? Exit = null);
