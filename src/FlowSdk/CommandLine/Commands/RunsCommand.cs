using System.CommandLine;
using FlowSdk.Client;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Lists the runs of the flow.</summary>
internal sealed class RunsCommand() : FlowCommand("runs", "List the runs of this flow, the newest first.")
{
    private readonly Option<string?> _limit = new("--limit") { HelpName = "N", Description = "How many at most. Default: 20." };
    private readonly Option<string[]> _statuses = new("--status")
    {
        HelpName = "STATUS",
        Description = "Only runs that are so: running, succeeded, failed, canceled or interrupted; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _tags = new("--tag") { HelpName = "TAG", Description = "Only runs with this tag; may be given several times: with all of them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _mine = new("--mine") { Description = "Only runs that you started." };
    private readonly Option<string?> _user = new("--user") { HelpName = "NAME", Description = "Only runs that this user started." };
    private readonly Option<string?> _since = new("--since") { HelpName = "WHEN", Description = "Only runs that began since then: an age such as 2d or 12h, or a date." };
    private readonly Option<string?> _until = new("--until") { HelpName = "WHEN", Description = "Only runs that began before then: an age or a date." };
    private readonly Option<string[]> _parameters = new("--parameter")
    {
        HelpName = "NAME=VALUE",
        Description = "Only runs with this value of a parameter, as JSON or plain text; may be given several times: with all of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _all = new("--all-flows") { Description = "List the runs of every flow in the store." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "the last twenty"),
        ("--mine --status failed --since 2d", "your own that failed since the day before yesterday"),
        ("--parameter epochs=3 --status succeeded", "those that ended well with three epochs"),
        ("--limit 1 --json", "the newest, for other programs"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var parsed = context.Parsed;
        var limit = parsed.GetValue(_limit) is { } number ? TimeText.Number(_limit, number, 0) : 20;
        var filter = Filter(context);
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var runs = new List<RunSummary>();
        FlowException? damage = null;
        var found = parsed.GetValue(_all) ? registry.RunsAsync() : registry.RunsAsync(context.Definition.Name, filter.StartAfter(null), filter.OnlySucceeded);
        await foreach (var run in filter.ReadAsync(store, found, damaged: true, default).Take(limit == 0 ? 0 : int.MaxValue))
        {
            if (run.Damage is null)
            {
                runs.Add(run.Summary);
            }
            else if (await registry.ContainsAsync(new(run.FlowName, run.Id)))
            {
                // One damaged run does not hide the others; one that someone deletes just now is none.
                damage = run.Damage;
                ErrorText.Write(context.Console, damage, json: false);
            }

            if (runs.Count == limit)
            {
                break;
            }
        }

        RunsView.Write(context, runs, store.Location, filter.IsSelective || limit == 0);
        return damage is null ? ExitCodes.Succeeded : ExitCodes.Of(damage.Id);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        foreach (var option in (Option[])[_limit, _statuses, _tags, _parameters, _mine, _user, _since, _until, _all])
        {
            command.Options.Add(option);
        }
    }

    private RunFilter Filter(CommandContext context)
    {
        var (parsed, user) = (context.Parsed, context.Parsed.GetValue(_user));
        if (parsed.GetValue(_mine) && user is not null)
        {
            throw new UsageException(FlowErrors.InvalidOption, "--mine and --user exclude each other: give one of them.");
        }

        return new(
            parsed.GetValue(_tags) ?? [],
            [.. (parsed.GetValue(_statuses) ?? []).Select(StatusOf)],
            parsed.GetValue(_mine) ? Environment.UserName : user,
            parsed.GetValue(_since) is { } since ? TimeText.Moment(_since, since, context.Time.GetUtcNow()) : null,
            parsed.GetValue(_until) is { } until ? TimeText.Moment(_until, until, context.Time.GetUtcNow()) : null,
            Parameters(context));
    }

    // A parameter goes by its name in the class, or by that of its option. Past runs may have had others than the flow has now.
    private Dictionary<string, string> Parameters(CommandContext context)
    {
        var wanted = new Dictionary<string, string>();
        foreach (var text in context.Parsed.GetValue(_parameters) ?? [])
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, var value])
            {
                throw new UsageException(FlowErrors.InvalidOption, $"{_parameters.Name} was given '{text}', but a name and a value with '=' between are expected.");
            }

            var known = context.Definition.Parameters.FirstOrDefault(p => p.Option == name || p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            wanted[known?.Name ?? name] = value;
        }

        return wanted;
    }

    private RunStatus StatusOf(string text) => Enum.GetValues<RunStatus>().Where(status => status.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToArray() is [var status]
        ? status
        : throw new UsageException(FlowErrors.InvalidOption, $"{_statuses.Name} was given '{text}', but one of {string.Join(", ", Enum.GetNames<RunStatus>()).ToLowerInvariant()} is expected.");
}
