namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Where ways through a step lead.</summary>
/// <param name="statements">How many statements it has.</param>
internal sealed class TraceReach(int statements)
{
    /// <summary>By statement, whether some way comes by it.</summary>
    public bool[] Statements { get; } = new bool[statements];

    /// <summary>Whether some way comes to the end of the body.</summary>
    public bool Ends { get; private set; }

    /// <summary>Whether some way returns before.</summary>
    public bool Returns { get; private set; }

    public void Add(TraceEnd end) => (Ends, Returns) = (Ends || end == TraceEnd.Next, Returns || end == TraceEnd.Return);
}
