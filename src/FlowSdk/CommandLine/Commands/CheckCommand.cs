using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Checks the flow without running it, and a whole store if one is named.</summary>
internal sealed class CheckCommand() : FlowCommand("check", "Check the flow without running it; with --store, also read the whole store and tell what is damaged.")
{
    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "exits with 3 and says why if the flow is invalid"),
        ("--store", "reads all that is kept, and exits with 5 if something is damaged"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var steps = FlowGraphs.Require(definition).Nodes.Count;
        var report = context.Parsed.GetResult(context.Globals.Store) is null ? null : await CheckStoreAsync(context);
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("flow", definition.Name);
                json.WriteBoolean("valid", true);
                json.WriteNumber("steps", steps);
                json.WriteNumber("artifacts", definition.Artifacts.Count);
                json.WriteNumber("parameters", definition.Parameters.Count);
                if (report is not null)
                {
                    json.WritePropertyName("store");
                    StoreReportView.WriteJson(json, report);
                }

                json.WriteEndObject();
            });
        }
        else
        {
            if (!context.Quiet)
            {
                context.Console.Out.WriteLine($"{definition.Name} is valid: {steps} steps, {definition.Artifacts.Count} artifacts, {definition.Parameters.Count} parameters.");
            }

            if (report is not null)
            {
                StoreReportView.WriteText(context, report);
            }
        }

        return report is { Findings.Count: > 0 } ? ExitCodes.StoreUnusable : ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
    }

    private async Task<StoreReport> CheckStoreAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        await context.RequireStoreAsync(store, Name);
        return await new StoreCheck(store).RunAsync();
    }
}
