namespace FlowSdk.Graph;

/// <summary>A transition as the rules of graphs see it. Shared by the compiler's analyzer and the runtime.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">The names of the steps that it leads to.</param>
internal sealed record GraphTransition(TransitionKind Kind, IReadOnlyList<string> Targets)
{
    public bool IsSplit => Kind is not TransitionKind.Linear;
}
