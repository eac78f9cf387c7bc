using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>A graph in the language of Graphviz.</summary>
internal static class GraphDot
{
    public static IEnumerable<string> Lines(string name, FlowGraph graph)
    {
        yield return $"digraph {Quote(name)} {{";
        yield return "  node [shape=box, style=rounded];";
        for (var step = 0; step < graph.Nodes.Count; step++)
        {
            var shape = graph.Nodes[step].IsJoin ? ", shape=invtrapezium" : graph.Nodes[step].Edges.Any(e => e.Kind != TransitionKind.Linear) ? ", shape=trapezium" : "";
            yield return $"  s{step} [label={Quote(graph.Nodes[step].Name)}{shape}];";
        }

        foreach (var edge in GraphArrows.Of(graph))
        {
            var attributes = edge.Label.Length == 0 ? "" : $" [label={Quote(edge.Label)}]";
            yield return $"  s{edge.From} -> s{edge.To}{attributes};";
        }

        yield return "}";
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
