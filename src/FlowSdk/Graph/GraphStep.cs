namespace FlowSdk.Graph;

/// <summary>A step as the rules of graphs see it. Shared by the compiler's analyzer and the runtime.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="IsJoin">Whether it takes inputs.</param>
/// <param name="TakesGang">Whether it takes a gang.</param>
/// <param name="IsEnd">Whether it returns no transition.</param>
/// <param name="Transitions">Every transition that its body can return, without duplicates.</param>
internal sealed record GraphStep(
    string Name, bool IsJoin, bool TakesGang, bool IsEnd, IReadOnlyList<GraphTransition> Transitions);
