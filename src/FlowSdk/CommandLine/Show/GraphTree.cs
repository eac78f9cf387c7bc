using System.Globalization;
using FlowSdk.Generated;
using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>A graph as text: a line a step, indented by the splits around it.</summary>
internal static class GraphTree
{
    public static IEnumerable<string> Lines(FlowDefinition definition, FlowGraph graph)
    {
        yield return definition.Summary.Length == 0 ? definition.Name : $"{definition.Name}: {definition.Summary}";
        yield return "";
        var order = new GraphOrder(graph);
        var sources = definition.Sources();
        var rows = order.Steps.Select(step => new[]
        {
            $"{string.Concat(Enumerable.Repeat("│ ", order.DepthOf(step)))}{graph.Nodes[step].Name}",
            Kinds(definition.Steps[step], graph.Nodes[step], step == graph.Start),
            EdgesText(graph, order, step),
            step < sources.Count && sources[step].File.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{sources[step].File}:{sources[step].Line}") : "",
            string.Join("  ", new[] { definition.Steps[step].Summary, Needs(definition.Steps[step]) }.Where(t => t.Length > 0)),
        }).ToArray();
        foreach (var line in TextColumns.Align(rows))
        {
            yield return line;
        }
    }

    // Arms of a choice that go the same way share an arrow.
    private static string EdgesText(FlowGraph graph, GraphOrder order, int from)
    {
        var text = "";
        var previous = "";
        foreach (var edge in graph.Nodes[from].Edges)
        {
            var names = string.Join(" & ", edge.Targets.Select(t => graph.Nodes[t].Name));
            var way = (edge.Targets.Any(t => order.GoesBack(from, t)) ? "↺ " : "→ ") + edge.Kind switch
            {
                TransitionKind.ForEach => "each ",
                TransitionKind.Gang => "gang ",
                _ => "",
            };
            text += (text.Length == 0 ? "" : " | ") + (way == previous ? "" : way) + names;
            previous = way;
        }

        return text;
    }

    private static string Kinds(StepDefinition step, FlowNode node, bool isStart) =>
        isStart ? "start" : node.IsJoin ? "join" : node.Edges.Count == 0 ? "end" : step.TakesGang ? "gang" : "";

    private static string Needs(StepDefinition step)
    {
        var needs = new List<string>();
        if (step.Resources is { } resources)
        {
            Add(needs, resources.Cpu, 1, "CPUs");
            Add(needs, resources.MemoryMb, 0, "MiB");
            Add(needs, resources.Gpu, 0, resources.Gpu == 1 ? "GPU" : "GPUs");
        }

        if (step.Concurrency is { } concurrency)
        {
            Add(needs, concurrency.Max, int.MaxValue, "at a time");
        }

        return needs.Count == 0 ? "" : $"[{string.Join(", ", needs)}]";
    }

    private static void Add(List<string> needs, double number, double usual, string what)
    {
        if (number != usual)
        {
            needs.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {what}"));
        }
    }
}
