using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Deletes runs that are over.</summary>
internal sealed class DeleteCommand() : FlowCommand("delete", "Delete runs: their journal, output and tags. What only they needed goes with the next 'gc'.")
{
    private readonly Argument<string[]> _runs = new("RUN") { Description = "A run's id, a unique beginning or end of it, or 'latest'; several with blanks between.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask. Needed where nobody can be asked." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("k7qp", "deletes the run whose id ends so, after asking"), ("latest --yes", "deletes the newest run")];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var runs = new List<RunPaths>();
        foreach (var name in context.Parsed.GetValue(_runs)!)
        {
            runs.Add((await WholeRun.FindAsync(context, registry, name, "deleted")).Paths);
        }

        runs = [.. runs.Distinct()];
        if (!context.Parsed.GetValue(_yes) && !Ask(context, runs))
        {
            return ExitCodes.Canceled;
        }

        var removal = new RunRemoval(store);
        foreach (var run in runs)
        {
            if (!await removal.RemoveAsync(run))
            {
                throw new UsageException(
                    FlowErrors.RunIsRunning,
                    $"Run {run.FlowName}/{run.RunId} is running, so it was not deleted. '{context.Propose($"cancel {run.RunId}")}' stops it; then delete it.");
            }
        }

        Tell(context, runs);
        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Arguments.Add(_runs);
        command.Options.Add(_yes);
    }

    private static bool Ask(CommandContext context, List<RunPaths> runs)
    {
        var names = string.Join(", ", runs.Select(static run => $"{run.FlowName}/{run.RunId}"));
        if (context.Json || context.Console.ReadAnswer is not { } read)
        {
            throw new UsageException(FlowErrors.NotConfirmed, $"{names} would be deleted for good, and nobody can be asked whether that is meant. Add --yes.");
        }

        context.Console.Error.Write($"Delete {names} for good? [y/N] ");
        context.Console.Flush();
        return read()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static void Tell(CommandContext context, List<RunPaths> runs)
    {
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json =>
            {
                json.WriteStartObject();
                JsonTexts.Write(json, "deleted", runs.Select(static run => $"{run.FlowName}/{run.RunId}"));
                json.WriteEndObject();
            });
        }
        else if (!context.Quiet)
        {
            foreach (var run in runs)
            {
                context.Console.Out.WriteLine($"Deleted {run.FlowName}/{run.RunId}.");
            }

            context.Console.Out.WriteLine($"'{context.Propose("gc --yes")}' frees what only {(runs.Count == 1 ? "it" : "they")} needed.");
        }
    }
}
