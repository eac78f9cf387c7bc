namespace FlowSdk.Metadata;

/// <summary>What came of reading a whole store.</summary>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Objects">The objects under hashes that were read.</param>
/// <param name="Findings">What is damaged: runs first, then objects.</param>
internal sealed record StoreReport(int Runs, ObjectTally Objects, IReadOnlyList<StoreFinding> Findings);
