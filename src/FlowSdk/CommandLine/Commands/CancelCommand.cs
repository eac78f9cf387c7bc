using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Asks the runner of a run to stop it.</summary>
internal sealed class CancelCommand() : FlowCommand("cancel", "Ask for a run to stop: running steps have 10 seconds to end.")
{
    private readonly Argument<string> _run = new("RUN") { Description = "The run's id, a unique beginning or end of it, or 'latest'." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("latest", "stops the newest run of this flow")];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var reader = await WholeRun.FindAsync(context, registry, context.Parsed.GetValue(_run)!, "stopped");
        var (run, summary) = (reader.Paths, await reader.SummaryAsync());
        if (summary.Status != RunStatus.Running)
        {
            var status = summary.Status.ToString().ToLowerInvariant();
            throw new UsageException(FlowErrors.InvalidOption, $"Run {run.RunId} is not running but {status}, so there is nothing to stop.");
        }

        await registry.RequestCancelAsync(run);
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("runId", run.RunId);
                json.WriteBoolean("cancelRequested", true);
                json.WriteEndObject();
            });
        }
        else if (!context.Quiet)
        {
            context.Console.Out.WriteLine($"Run {run.RunId} was asked to stop. '{context.Propose($"status {run.RunId}")}' shows how it ends.");
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition) => command.Arguments.Add(_run);
}
