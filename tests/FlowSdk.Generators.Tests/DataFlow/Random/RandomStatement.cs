namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>What a statement of a random flow does.</summary>
internal enum StatementKind
{
    /// <summary>Reads an artifact.</summary>
    Read,

    /// <summary>Sets an artifact.</summary>
    Set,

    /// <summary>Sets an artifact on some way through the step, which counts as set.</summary>
    SetPerhaps,

    /// <summary>Reads, then sets.</summary>
    Add,

    /// <summary>Calls a method that reads one artifact and then sets another.</summary>
    Call,

    /// <summary>Reads an artifact of every input.</summary>
    ReadInputs,

    /// <summary>Reads an artifact of the first input.</summary>
    ReadFirst,

    /// <summary>Merges all inputs, but for one artifact.</summary>
    Merge,

    /// <summary>Merges the artifact from all inputs, by name.</summary>
    MergeOne,

    /// <summary>Merges what the first input has.</summary>
    MergeFirst,

    /// <summary>Merges what one input has, which could be any.</summary>
    MergeAny,
}

/// <summary>A statement of a random flow.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Artifact">To which artifact, by number.</param>
/// <param name="Other">For a call, the artifact that the method sets.</param>
internal sealed record RandomStatement(StatementKind Kind, int Artifact, int Other);
