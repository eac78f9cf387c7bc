using FlowSdk.Graph;

namespace FlowSdk.Tests.Scheduling;

/// <summary>The graphs that most of the scheduler's tests use.</summary>
internal static class Graphs
{
    /// <summary>Start, A, End.</summary>
    public static FlowGraph Linear { get; } = new GraphByHand("Start", "A", "End").To("Start", "A").To("A", "End").Build();

    /// <summary>Start splits into A and B, which Join closes.</summary>
    public static FlowGraph Branch { get; } = new GraphByHand("Start", "A", "B", "Join", "End")
        .Branch("Start", ["A", "B"], "Join").To("A", "Join").To("B", "Join").To("Join", "End").Build();

    /// <summary>For each item A and then B; Join.</summary>
    public static FlowGraph ForEach { get; } = new GraphByHand("Start", "A", "B", "Join", "End")
        .ForEach("Start", "A", "Join").To("A", "B").To("B", "Join").To("Join", "End").Build();

    /// <summary>A gang of A; Join.</summary>
    public static FlowGraph Gang { get; } = new GraphByHand("Start", "A", "Join", "End")
        .Gang("Start", "A", "Join").To("A", "Join").To("Join", "End").Build();

    /// <summary>Start branches into Early, after which comes Big, and Many, a foreach of Small.</summary>
    public static FlowGraph BigBesideSmall { get; } = new GraphByHand("Start", "Many", "Early", "Big", "Small", "SmallJoin", "Join", "End")
        .Branch("Start", ["Many", "Early"], "Join")
        .ForEach("Many", "Small", "SmallJoin").To("Small", "SmallJoin").To("SmallJoin", "Join")
        .To("Early", "Big").To("Big", "Join").To("Join", "End").Build();
}
