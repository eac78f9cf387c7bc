namespace FlowSdk.Runtime.Machine;

/// <summary>A step that asks for more than the machine has.</summary>
/// <param name="Id">The id of the message.</param>
/// <param name="IsError">Whether the flow cannot run; else it is a warning.</param>
/// <param name="Message">What is asked for, by which step, what there is, and what to do.</param>
internal sealed record MachineFinding(string Id, bool IsError, string Message);
