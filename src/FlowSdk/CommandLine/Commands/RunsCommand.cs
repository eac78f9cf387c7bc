using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Lists the runs of the flow.</summary>
internal sealed class RunsCommand() : FlowCommand("runs", "List the runs of this flow, the newest first.")
{
    private readonly Option<int> _max = new("--max") { HelpName = "N", Description = "How many at most. Default: 20.", DefaultValueFactory = static _ => 20 };
    private readonly Option<bool> _all = new("--all-flows") { Description = "List the runs of every flow in the store." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("", "the last twenty"), ("--max 1 --json", "the newest, for other programs")];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var flow = context.Parsed.GetValue(_all) ? null : context.Definition.Name;
        var max = context.Parsed.GetValue(_max);
        var runs = new List<RunSummary>();
        FlowException? damage = null;
        await foreach (var run in registry.RunsAsync(flow))
        {
            if (runs.Count == max)
            {
                break;
            }

            try
            {
                runs.Add(await registry.Open(run).SummaryAsync());
            }
            catch (FlowException exception) when (exception.Id is FlowErrors.JournalDamaged or FlowErrors.ObjectMissing or FlowErrors.ObjectDamaged)
            {
                // One damaged run does not hide the others.
                damage = exception;
                ErrorText.Write(context.Console, exception, json: false);
            }
        }

        RunsView.Write(context, runs, store.Location);
        return damage is null ? ExitCodes.Succeeded : ExitCodes.Of(damage.Id);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Options.Add(_max);
        command.Options.Add(_all);
    }
}
