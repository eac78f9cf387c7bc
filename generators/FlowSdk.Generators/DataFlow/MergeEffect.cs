namespace FlowSdk.Generators.DataFlow;

/// <summary>A step carries artifacts over from the inputs of a join.</summary>
/// <param name="Source">From which inputs.</param>
/// <param name="Place">Which event of the body it is.</param>
internal sealed record MergeEffect(InputOrigin Source, int Place)
{
    /// <summary>Whether all inputs are given, so that what any of them has set is carried over.</summary>
    public required bool IsOfAll { get; init; }

    /// <summary>Whether what is carried over can be read from the source.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether the code around is prepared for it to fail.</summary>
    public required bool IsTried { get; init; }

    /// <summary>By artifact number, whether it is carried over.</summary>
    public required bool[] Takes { get; init; }

    /// <summary>The artifacts that inputs have to have, since the call names them.</summary>
    public required IReadOnlyList<int> Required { get; init; }

    /// <summary>The artifacts with failures that have been looked at before, by number.</summary>
    public IReadOnlyList<int> Tested { get; init; } = [];
}
