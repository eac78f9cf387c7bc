namespace FlowSdk;

/// <summary>A transition in the graph of a run.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">The names of the steps that it leads to: one, save for a branch.</param>
/// <param name="Join">The name of the step that closes what is split; null for a linear transition.</param>
public sealed record RunGraphTransition(TransitionKind Kind, IReadOnlyList<string> Targets, string? Join);
