namespace FlowSdk;

/// <summary>Why an attempt at a task failed.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Type">The full name of the exception's type; empty where there was none.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="StackTrace">The exception's text with its stack and inner exceptions; empty where there was none.</param>
public sealed record StepFailure(FailureKind Kind, string Type, string Message, string StackTrace);
