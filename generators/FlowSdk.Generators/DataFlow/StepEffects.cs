namespace FlowSdk.Generators.DataFlow;

/// <summary>What a step does to the data of the flow, with artifacts by number.</summary>
internal sealed record StepEffects
{
    public required string Name { get; init; }

    /// <summary>By artifact, whether some way through the step sets it.</summary>
    public required bool[] Sets { get; init; }

    /// <summary>By artifact, whether every way through the step sets it.</summary>
    public required bool[] Overwrites { get; init; }

    /// <summary>Whether the flow is handed to code that cannot be seen, and that may read and set anything.</summary>
    public required bool IsOpen { get; init; }

    public required IReadOnlyList<ReadEffect> Reads { get; init; }

    public required IReadOnlyList<MergeEffect> Merges { get; init; }

    /// <summary>The inputs that it is known to ask for.</summary>
    public required IReadOnlyList<ChoiceEffect> Choices { get; init; }

    /// <summary>The artifact that holds the failure of the step, after which the run goes on; -1 if it does not.</summary>
    public required int Failure { get; init; }

    /// <summary>For each transition, the artifacts with failures that have been looked at before.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Tested { get; init; }
}
