using FlowSdk.Runtime.Resuming;

namespace FlowSdk.CommandLine;

/// <summary>Why tasks run again, in words.</summary>
internal static class ReasonText
{
    /// <summary>All reasons of a step; of several, each with the number of its tasks.</summary>
    public static string Of(StepPlan step) => step.Reasons switch
    {
        [] => "",
        [var (reason, _)] => Of(reason),
        _ => string.Join(", ", step.Reasons.Select(r => r.Tasks == 0 ? Of(r.Reason) : FormattableString.Invariant($"{r.Tasks} {Of(r.Reason)}"))),
    };

    private static string Of(ReuseReason reason) => reason.Kind switch
    {
        ReuseReasonKind.Forced => "named on the command line",
        ReuseReasonKind.StepGone => "no longer a step of the flow",
        ReuseReasonKind.StepChanged => "has another place in the flow now",
        ReuseReasonKind.TransitionGone when reason.Detail.Length == 0 => "no longer the end of the flow",
        ReuseReasonKind.TransitionGone => $"no longer leads to {reason.Detail}",
        ReuseReasonKind.ParametersChanged => $"may read {reason.Detail}, which changed",
        ReuseReasonKind.TypeChanged => $"the type of {reason.Detail} changed",
        ReuseReasonKind.ObjectUnusable => $"'{reason.Detail}' is missing or damaged",
        ReuseReasonKind.GangIncomplete => "its gang did not finish as a whole",
        ReuseReasonKind.Follows => $"after {reason.Detail}",
        ReuseReasonKind.Failed => "failed",
        ReuseReasonKind.NotFinished => "had not finished",
        ReuseReasonKind.StepAdded => "new in the flow",
        _ => "not reached yet",
    };
}
