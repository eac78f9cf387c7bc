using FlowSdk.Generated;
using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>What each step does to the data of the flow, as text: a line a step, below the graph.</summary>
internal static class GraphData
{
    public static IEnumerable<string> Lines(FlowDefinition definition, FlowGraph graph)
    {
        var sources = definition.Sources();
        var rows = new GraphOrder(graph).Steps
            .Where(step => step < sources.Count)
            .Select(step => new[] { graph.Nodes[step].Name, Text("reads", Reads(sources[step])), Text("sets", sources[step].Sets), Text("merges", sources[step].Merges) })
            .Where(row => row.Skip(1).Any(cell => cell.Length > 0))
            .ToArray();
        return rows.Length == 0 ? [] : TextColumns.Align(rows).Prepend("");
    }

    // Code that was handed the flow may read more than can be seen.
    private static IEnumerable<string> Reads(StepSource source) => source.IsComplete ? source.Reads : source.Reads.Append("…");

    private static string Text(string what, IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return list.Length == 0 ? "" : $"{what} {list}";
    }
}
