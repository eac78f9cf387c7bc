namespace FlowSdk.Generators.DataFlow;

/// <summary>A step reads an artifact.</summary>
/// <param name="Artifact">The artifact's number.</param>
/// <param name="Place">Which event of the body it is.</param>
internal sealed record ReadEffect(int Artifact, int Place)
{
    /// <summary>Of which input; null if it is the flow itself.</summary>
    public InputOrigin? Input { get; init; }

    /// <summary>Whether it matters that the artifact is set: the step has not set it itself, its type is not nullable, and the code is not prepared for it.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The merges of the step that may have happened before, by number.</summary>
    public IReadOnlyList<int> Merges { get; init; } = [];

    /// <summary>The artifacts with failures that have been looked at before, by number.</summary>
    public IReadOnlyList<int> Tested { get; init; } = [];
}
