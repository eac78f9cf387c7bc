using FlowSdk.Graph;

namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>A step of a random flow.</summary>
internal sealed class RandomStep
{
    public bool IsJoin { get; set; }

    /// <summary>What it takes beside inputs, as C# writes it.</summary>
    public string Parameter { get; set; } = "";

    public List<RandomStatement> Statements { get; } = [];

    /// <summary>Between these it chooses; none for the end.</summary>
    public List<RandomTransition> Transitions { get; } = [];
}

/// <summary>A transition of a random flow.</summary>
/// <param name="Call">The method that makes it.</param>
/// <param name="Targets">The steps that it leads to, by number.</param>
/// <param name="Join">For a split, the step that closes it; else -1.</param>
internal sealed record RandomTransition(string Call, int[] Targets, int Join);
