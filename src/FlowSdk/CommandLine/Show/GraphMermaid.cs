using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>A graph in the language of Mermaid.</summary>
internal static class GraphMermaid
{
    public static IEnumerable<string> Lines(FlowGraph graph)
    {
        yield return "flowchart TD";
        for (var step = 0; step < graph.Nodes.Count; step++)
        {
            var name = $"\"{graph.Nodes[step].Name}\"";
            yield return graph.Nodes[step].IsJoin ? $"  s{step}[\\{name}/]"
                : graph.Nodes[step].Edges.Any(e => e.Kind != TransitionKind.Linear) ? $"  s{step}[/{name}\\]"
                : $"  s{step}({name})";
        }

        foreach (var edge in GraphArrows.Of(graph))
        {
            yield return edge.Label.Length == 0 ? $"  s{edge.From} --> s{edge.To}" : $"  s{edge.From} -->|{edge.Label}| s{edge.To}";
        }
    }
}
