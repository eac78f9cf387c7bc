using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Removes what no run needs, and old runs.</summary>
internal sealed class GcCommand() : FlowCommand("gc", "Remove what no run needs from the store, and old runs if asked; without --yes, say only what would go.")
{
    private readonly Option<string?> _keepLast = new("--keep-last") { HelpName = "N", Description = "Delete runs of this flow, but not the newest N." };
    private readonly Option<string?> _olderThan = new("--older-than") { HelpName = "AGE", Description = "Delete runs of this flow that began before that, as 30d or 12h." };
    private readonly Option<bool> _failed = new("--failed") { Description = "Delete runs that failed or were canceled, and no others." };
    private readonly Option<bool> _interrupted = new("--interrupted") { Description = "Delete runs that were interrupted; without it they are kept, to be resumed." };
    private readonly Option<bool> _all = new("--all-flows") { Description = "Delete runs of every flow in the store." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do it. Without it nothing is removed." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("--keep-last 10 --older-than 30d", "says what would go: runs older than 30 days, if ten newer ones are there"),
        ("--keep-last 10 --older-than 30d --yes", "removes it"),
        ("--yes", "removes what deleted runs have left, and no run"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var remove = context.Parsed.GetValue(_yes);
        var retention = Retention(context);
        await using var store = context.OpenStore();
        await context.RequireStoreAsync(store, Name);
        var report = await new GarbageCollection(store, retention, remove).RunAsync();
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json => GcView.WriteJson(json, report, remove));
        }
        else
        {
            GcView.WriteText(context, report, remove, context.Propose($"{string.Join(' ', Given(context))} --yes"));
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        foreach (var option in (Option[])[_keepLast, _olderThan, _failed, _interrupted, _all, _yes])
        {
            command.Options.Add(option);
        }
    }

    private RunRetention Retention(CommandContext context) => new()
    {
        FlowName = context.Parsed.GetValue(_all) ? null : context.Definition.Name,
        KeepLast = context.Parsed.GetValue(_keepLast) is { } number ? TimeText.Number(_keepLast, number, 0) : null,
        OlderThan = context.Parsed.GetValue(_olderThan) is { } age ? TimeText.Age(_olderThan, age) : null,
        Statuses =
        [
            .. context.Parsed.GetValue(_failed) ? (RunStatus[])[RunStatus.Failed, RunStatus.Canceled] : [],
            .. context.Parsed.GetValue(_interrupted) ? (RunStatus[])[RunStatus.Interrupted] : [],
        ],
    };

    private IEnumerable<string> Given(CommandContext context)
    {
        yield return Name;
        foreach (var option in (Option<string?>[])[_keepLast, _olderThan])
        {
            if (context.Parsed.GetValue(option) is { } value)
            {
                yield return $"{option.Name} {value}";
            }
        }

        foreach (var option in (Option<bool>[])[_failed, _interrupted, _all])
        {
            if (context.Parsed.GetValue(option))
            {
                yield return option.Name;
            }
        }
    }
}
