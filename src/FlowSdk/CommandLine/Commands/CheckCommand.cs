using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Checks the flow without running it.</summary>
internal sealed class CheckCommand() : FlowCommand("check", "Check the flow without running it.")
{
    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("", "exits with 3 and says why if the flow is invalid")];

    public override Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var graph = FlowGraphs.Require(definition);
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("flow", definition.Name);
                json.WriteBoolean("valid", true);
                json.WriteNumber("steps", graph.Nodes.Count);
                json.WriteNumber("artifacts", definition.Artifacts.Count);
                json.WriteNumber("parameters", definition.Parameters.Count);
                json.WriteEndObject();
            });
        }
        else if (!context.Quiet)
        {
            context.Console.Out.WriteLine(
                $"{definition.Name} is valid: {graph.Nodes.Count} steps, {definition.Artifacts.Count} artifacts, {definition.Parameters.Count} parameters.");
        }

        return Task.FromResult(ExitCodes.Succeeded);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
    }
}
