namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>A step of a random flow.</summary>
internal sealed class RandomStep
{
    public bool IsJoin { get; set; }

    /// <summary>What it takes beside inputs, as C# writes it.</summary>
    public string Parameter { get; set; } = "";

    public IReadOnlyList<RandomStatement> Body { get; set; } = [];

    /// <summary>The statements of the body that do something themselves, by number.</summary>
    public List<RandomStatement> Leaves { get; } = [];

    /// <summary>The ways through the body.</summary>
    public RandomTraces Traces { get; set; } = null!;

    /// <summary>Between these it chooses; none for the end.</summary>
    public List<RandomTransition> Transitions { get; } = [];

    /// <summary>The artifact with a failure that it asks about, by number.</summary>
    public int Failure { get; set; }

    /// <summary>Whether it takes its first transition only if there is no failure.</summary>
    public bool ChoosesByFailure { get; set; }

    /// <summary>The artifact that catches its own failure, by number; -1 if nothing does.</summary>
    public int Catch { get; set; } = -1;
}
