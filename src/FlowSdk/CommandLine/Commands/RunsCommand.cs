using System.CommandLine;
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
    private readonly Option<bool> _all = new("--all-flows") { Description = "List the runs of every flow in the store." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "the last twenty"),
        ("--mine --status failed --since 2d", "your own that failed since the day before yesterday"),
        ("--limit 1 --json", "the newest, for other programs"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var parsed = context.Parsed;
        var limit = parsed.GetValue(_limit) is { } number ? TimeText.Number(_limit, number, 0) : 20;
        var query = Query(context);
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var runs = new List<RunSummary>();
        FlowException? damage = null;
        var candidates = query.FindAsync(registry, parsed.GetValue(_all) ? null : context.Definition.Name).GetAsyncEnumerator();
        while (runs.Count < limit && await candidates.MoveNextAsync())
        {
            try
            {
                if (await registry.Open(candidates.Current).SummaryAsync() is var run && query.Matches(run))
                {
                    runs.Add(run);
                }
            }
            catch (FlowException exception) when (exception.Id is FlowErrors.JournalDamaged or FlowErrors.ObjectMissing or FlowErrors.ObjectDamaged)
            {
                // One damaged run does not hide the others; one that someone deletes just now is none.
                if (await registry.ContainsAsync(candidates.Current))
                {
                    damage = exception;
                    ErrorText.Write(context.Console, exception, json: false);
                }
            }
        }

        await candidates.DisposeAsync();
        RunsView.Write(context, runs, store.Location, query.IsSelective);
        return damage is null ? ExitCodes.Succeeded : ExitCodes.Of(damage.Id);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        foreach (var option in (Option[])[_limit, _statuses, _tags, _mine, _user, _since, _all])
        {
            command.Options.Add(option);
        }
    }

    private RunQuery Query(CommandContext context)
    {
        var (parsed, user) = (context.Parsed, context.Parsed.GetValue(_user));
        if (parsed.GetValue(_mine) && user is not null)
        {
            throw new UsageException(FlowErrors.InvalidOption, "--mine and --user exclude each other: give one of them.");
        }

        return new()
        {
            Statuses = [.. (parsed.GetValue(_statuses) ?? []).Select(StatusOf)],
            Tags = parsed.GetValue(_tags) ?? [],
            User = parsed.GetValue(_mine) ? Environment.UserName : user,
            Since = parsed.GetValue(_since) is { } since ? TimeText.Moment(_since, since, context.Time.GetUtcNow()) : null,
        };
    }

    private RunStatus StatusOf(string text) => Enum.GetValues<RunStatus>().Where(status => status.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToArray() is [var status]
        ? status
        : throw new UsageException(FlowErrors.InvalidOption, $"{_statuses.Name} was given '{text}', but one of {string.Join(", ", Enum.GetNames<RunStatus>()).ToLowerInvariant()} is expected.");
}
