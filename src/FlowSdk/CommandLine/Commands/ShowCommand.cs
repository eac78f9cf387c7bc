using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Shows the graph of the flow.</summary>
internal sealed class ShowCommand() : FlowCommand("show", "Show the steps of the flow, how they follow each other, and what they read and set.")
{
    private readonly Option<bool> _dot = new("--dot") { Description = "Write the graph for Graphviz." };
    private readonly Option<bool> _mermaid = new("--mermaid") { Description = "Write the graph for Mermaid." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "draws the graph as text"),
        ("--dot | dot -Tsvg > flow.svg", "draws it with Graphviz"),
        ("--json", "all that is known of it, for other programs"),
    ];

    public override Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var graph = FlowGraphs.Require(definition);
        var output = context.Console.Out;
        if (context.Json)
        {
            JsonDocumentWriter.Write(output, json => GraphJson.Write(json, definition, graph));
            return Task.FromResult(ExitCodes.Succeeded);
        }

        var lines = context.Parsed.GetValue(_dot) ? GraphDot.Lines(definition.Name, graph)
            : context.Parsed.GetValue(_mermaid) ? GraphMermaid.Lines(graph)
            : GraphTree.Lines(definition, graph).Concat(GraphData.Lines(definition, graph));
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }

        return Task.FromResult(ExitCodes.Succeeded);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Options.Add(_dot);
        command.Options.Add(_mermaid);
    }
}
