using System.CommandLine;
using System.Globalization;
using FlowSdk.Client;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Shows what tasks wrote.</summary>
internal sealed class LogsCommand() : FlowCommand("logs", "Show what a task, a step or a whole run wrote.")
{
    private readonly Argument<string> _path = new("PATHSPEC") { Description = "RUN/STEP/TASK, RUN/STEP, RUN/TASK or RUN; RUN may be 'latest'." };
    private readonly Option<bool> _stdout = new("--stdout") { Description = "Only standard output." };
    private readonly Option<bool> _stderr = new("--stderr") { Description = "Only standard error." };
    private readonly Option<bool> _follow = new("--follow", "-f") { Description = "Go on until the run is over, and show what is written meanwhile." };
    private readonly Option<bool> _timestamps = new("--timestamps") { Description = "Begin each line with its time, in UTC." };
    private readonly Option<string?> _attempt = new("--attempt") { HelpName = "N", Description = "Only this attempt, from 0. Default: all." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("latest", "all that the newest run wrote"),
        ("latest --follow", "what it writes, as it writes it"),
        ("latest/Train/3 --stderr --timestamps", "the errors of one task, with times"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var (path, reader, _, _) = await registry.FindAsync(context.Parsed.GetValue(_path)!, [context.Definition.Name]);
        var run = new RunContents(store, reader);
        var filter = new LogFilter(path.StepName is { } step ? run.StepNumber(step) : null, path.TaskId, Attempt(context.Parsed), Stream(context.Parsed));
        foreach (var taken in context.Quiet ? [] : await TakenOverTasks.OfAsync(run.Reader, filter.Step, filter.TaskId))
        {
            LogsView.WriteOrigin(context, taken, await registry.ContainsAsync(taken.Origin));
        }

        // Before the lines that it is about, which may come slowly.
        context.Console.Flush();

        var follow = context.Parsed.GetValue(_follow);
        var lines = LogLines.ReadAsync(run, filter, follow ? context.Time : null, default);
        var view = new LogsView(context, path, context.Parsed.GetValue(_timestamps), follow);
        if (context.Json)
        {
            await view.WriteJsonAsync(lines);
        }
        else
        {
            await view.WriteTextAsync(lines);
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Arguments.Add(_path);
        command.Options.Add(_stdout);
        command.Options.Add(_stderr);
        command.Options.Add(_follow);
        command.Options.Add(_timestamps);
        command.Options.Add(_attempt);
    }

    private OutputStream? Stream(ParseResult parsed) => (parsed.GetValue(_stdout), parsed.GetValue(_stderr)) switch
    {
        (true, false) => OutputStream.Stdout,
        (false, true) => OutputStream.Stderr,
        _ => null,
    };

    private int? Attempt(ParseResult parsed)
    {
        var text = parsed.GetValue(_attempt);
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException(FlowErrors.InvalidOption, $"--attempt was given '{text}', but a whole number, 0 or more, is expected.");
    }
}
