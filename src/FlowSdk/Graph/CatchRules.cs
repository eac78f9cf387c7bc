namespace FlowSdk.Graph;

/// <summary>Where a failure can be caught: shared by the compiler's analyzer and the runtime.</summary>
internal static class CatchRules
{
    /// <summary>Whether it is known where the flow goes on when the step has failed: it has one transition, to one step or a branch, or is the end.</summary>
    public static bool HasStaticTransition(IReadOnlyList<GraphTransition> transitions) =>
        transitions.Count == 0 || (transitions.Count == 1 && transitions[0].Kind is TransitionKind.Linear or TransitionKind.Branch);
}
