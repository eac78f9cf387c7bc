using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>The arrows of a graph's drawing, one for each target of each transition.</summary>
internal static class GraphArrows
{
    public static IEnumerable<(int From, int To, string Label)> Of(FlowGraph graph) =>
        from node in graph.Nodes.Index()
        from edge in node.Item.Edges
        from target in edge.Targets
        select (node.Index, target, Label(node.Item, edge));

    private static string Label(FlowNode node, FlowEdge edge) => edge.Kind switch
    {
        TransitionKind.ForEach => "each",
        TransitionKind.Gang => "gang",
        TransitionKind.Linear when node.Edges.Count > 1 => "or",
        _ => "",
    };
}
