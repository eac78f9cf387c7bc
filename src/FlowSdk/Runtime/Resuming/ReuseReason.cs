namespace FlowSdk.Runtime.Resuming;

/// <summary>Why a task is not reused.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Detail">What it is about; empty where there is nothing to say.</param>
internal readonly record struct ReuseReason(ReuseReasonKind Kind, string Detail = "");
