using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Shows and changes the tags of a run.</summary>
internal sealed class TagCommand() : FlowCommand("tag", "Show or change the tags of a run.")
{
    private readonly Argument<string> _action = new("add|remove|replace|list") { Description = "What to do: 'replace' takes all tags of users away before it adds; 'list' shows the system's too." };
    private readonly Argument<string> _run = new("RUN") { Description = "The run's id, a unique beginning or end of it, or 'latest'." };
    private readonly Argument<string[]> _tags = new("TAG") { Description = "The tags, each of 1 to 500 characters.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _removed = new("--remove") { HelpName = "TAG", Description = "With 'replace': remove this tag only, not all; may be given several times." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("add latest good reviewed", "two tags more"),
        ("replace latest final --remove good", "one tag for another, as one change"),
        ("list latest --json", "the tags, for other programs"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        if (context.Parsed.GetValue(_run)!.Length == 0)
        {
            throw new UsageException(FlowErrors.InvalidPathSpec, "'' names no run: give the run's id, or 'latest'.");
        }

        await using var store = context.OpenStore();
        await using var client = new FlowClient(store, ownsStore: false);
        var run = await client.Flow(context.Definition.Name).RunAsync(context.Parsed.GetValue(_run)!);
        await ChangeAsync(context.Parsed, run);
        if (context.Json)
        {
            WriteJson(context, run);
        }
        else if (!context.Quiet || context.Parsed.GetValue(_action) == "list")
        {
            WriteText(context, run);
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Arguments.Add(_action);
        command.Arguments.Add(_run);
        command.Arguments.Add(_tags);
        command.Options.Add(_removed);
    }

    private static void WriteText(CommandContext context, Run run)
    {
        foreach (var tag in run.Tags)
        {
            context.Console.Out.WriteLine(TagText.Of(tag));
        }

        foreach (var tag in run.SystemTags)
        {
            context.Console.Out.WriteLine($"{TagText.Of(tag)} (system)");
        }
    }

    private static void WriteJson(CommandContext context, Run run) => JsonDocumentWriter.Write(context.Console.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("runId", run.Id);
        JsonTexts.Write(json, "tags", run.Tags);
        JsonTexts.Write(json, "systemTags", run.SystemTags);
        json.WriteEndObject();
    });

    private Task ChangeAsync(ParseResult parsed, Run run)
    {
        var action = parsed.GetValue(_action);
        var tags = parsed.GetValue(_tags) ?? [];
        var removed = parsed.GetValue(_removed) ?? [];
        if (removed.Length > 0 && action != "replace")
        {
            throw Wrong($"--remove belongs to 'tag replace'. 'tag remove' takes the tags themselves.");
        }

        return (action, tags.Length) switch
        {
            ("list", 0) => Task.CompletedTask,
            ("list", _) => throw Wrong($"'tag list' takes a run only, and not '{tags[0]}'."),
            ("add", > 0) => run.AddTagsAsync(tags),
            ("remove", > 0) => run.RemoveTagsAsync(tags),
            ("replace", _) when removed.Length > 0 => run.ReplaceTagsAsync(removed, tags),
            ("replace", > 0) => run.ReplaceTagsAsync(tags),
            ("add" or "remove" or "replace", _) => throw Wrong($"'tag {action}' needs a tag after the run."),
            _ => throw Wrong($"'tag {action}' is unknown: it is 'tag add', 'remove', 'replace' or 'list'."),
        };
    }

    private static UsageException Wrong(string message) => new(FlowErrors.InvalidOption, message);
}
