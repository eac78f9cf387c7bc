using FlowSdk.Generated;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Resuming;

namespace FlowSdk.CommandLine;

/// <summary>Shows a run to whoever started it: live on a terminal, else as plain lines; at the end a report, or a JSON document.</summary>
internal static class RunPresentation
{
    public static async Task<RunOutcome> ShowAsync(
        CommandContext context, FlowDefinition definition, string store, ResumePlan? plan, Func<IRunObserver, Task<RunOutcome>> run)
    {
        var progress = new RunProgress(definition, context.Time);
        var console = context.Console;
        if (console.IsTerminal && !context.Json && !context.Quiet)
        {
            return await LiveRun.ShowAsync(context, progress, store, run);
        }

        using var writer = new LineWriter(console.Out, console.Error);
        var observer = new PlainRunObserver(progress, store, writer, context.Quiet, outputToError: context.Json, color: false);
        var outcome = await run(observer);
        if (context.Json)
        {
            JsonDocumentWriter.Write(console.Out, json => RunJson.Write(json, observer, outcome, store, plan));
        }

        foreach (var line in RunReport.Lines(context, observer, outcome, color: false))
        {
            writer.WriteLine(true, line);
        }

        return outcome;
    }
}
