namespace FlowSdk.Runtime.Execution;

/// <summary>A finished task of a past run, whose program may have been another than this one.</summary>
/// <param name="PathSpec">Its path spec.</param>
/// <param name="Knows">Whether the program that ran it had an artifact of that name.</param>
internal sealed record PastTask(string PathSpec, Func<string, bool> Knows);
