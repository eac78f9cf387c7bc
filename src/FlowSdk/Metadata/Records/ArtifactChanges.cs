namespace FlowSdk.Metadata;

/// <summary>
/// The artifacts of a finished task: those of the task whose record is at <see cref="Base"/>, with some changes. Chains are
/// short: after <see cref="MaxDepth"/> records the whole table is written again, without a base.
/// </summary>
/// <param name="Base">The record that the changes apply to; null if they are the whole table.</param>
/// <param name="Depth">How many records the base's own chain has, plus one; 0 without a base.</param>
/// <param name="Changes">Artifacts by number, in rising order; a null reference means not set.</param>
internal sealed record ArtifactChanges(RecordPosition? Base, int Depth, IReadOnlyList<ArtifactChange> Changes)
{
    public const int MaxDepth = 8;
}

/// <summary>One artifact that differs from the base.</summary>
internal readonly record struct ArtifactChange(int Artifact, ArtifactReference? Reference);
