using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>All rules that look at one body at a time.</summary>
internal static class BodyRules
{
    private static readonly Action<MemberBody, FlowInspection>[] _all =
    [
        TransitionRules.Check,
        DroppedTransitionRules.Check,
        KeptTransitionRules.Check,
        NullTransitionRules.Check,
        LateArtifactRules.Check,
        UnorderedItemsRules.Check,
        StepCallRules.Check,
        BlockingRules.Check,
        CancellationRules.Check,
        StaticStateRules.Check,
        ConsoleInputRules.Check,
        OutlivingRules.Check,
        ArtifactNameRules.Check,
        ParameterAssignmentRules.Check,
    ];

    public static void Check(FlowInspection inspection)
    {
        foreach (var member in MemberBodies.Of(inspection.Flow))
        {
            inspection.Cancellation.ThrowIfCancellationRequested();
            inspection.Look("Body", member, () =>
            {
                var body = MemberBodies.Read(member, inspection.Bodies);
                foreach (var check in _all)
                {
                    check(body, inspection);
                }

                return true;
            });
        }
    }
}
