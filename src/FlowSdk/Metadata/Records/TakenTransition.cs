namespace FlowSdk.Metadata;

/// <summary>The transition that a task took.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">The numbers of the steps that it leads to.</param>
/// <param name="Count">The number of branches, items or gang members; 1 for a linear transition.</param>
/// <param name="Items">The items of a foreach, in chunks; else empty.</param>
internal sealed record TakenTransition(TransitionKind Kind, IReadOnlyList<int> Targets, int Count, IReadOnlyList<ItemChunk> Items);

/// <summary>Consecutive items of a foreach. The bytes are a MessagePack array of one binary per item, each an encoded value.</summary>
/// <param name="First">The index of its first item.</param>
/// <param name="Count">The number of its items.</param>
/// <param name="Content">Where the bytes are.</param>
internal sealed record ItemChunk(int First, int Count, ArtifactReference Content);
