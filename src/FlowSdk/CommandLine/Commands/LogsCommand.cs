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
    /// <summary>A runner writes what tasks have printed about once a second.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

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
        var path = await registry.ResolveAsync(context.Parsed.GetValue(_path)!, [context.Definition.Name]);
        var run = registry.Open(path.Run);
        var names = run.Start.Steps.Select(s => s.Name).ToList();
        var lines = LogLines.JoinAsync(Read(context, run, new(path.StepName is { } step ? names.IndexOf(step) : null, path.TaskId, Attempt(context.Parsed), Stream(context.Parsed))));
        var view = new LogsView(context, path, names, context.Parsed.GetValue(_timestamps));
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

    private IAsyncEnumerable<LogPiece> Read(CommandContext context, RunReader run, LogFilter filter) => context.Parsed.GetValue(_follow)
        ? run.Log.FollowAsync(
            filter,
            async () => (await run.SummaryAsync()).Status == RunStatus.Running,
            () => Task.Delay(_pause, context.Time))
        : run.Log.ReadAsync(filter.Step, filter.TaskId, filter.Attempt, filter.Stream);

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
