namespace FlowSdk.Runtime;

/// <summary>How to start this program again as a worker.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerLaunch(string FileName, IReadOnlyList<string> Arguments);
