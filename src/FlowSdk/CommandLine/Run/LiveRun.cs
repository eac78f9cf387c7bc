using FlowSdk.Runtime;
using Spectre.Console;

namespace FlowSdk.CommandLine;

/// <summary>A run on a terminal: a table of steps that is kept up to date, with what steps write scrolling above it.</summary>
internal static class LiveRun
{
    private static readonly TimeSpan _refresh = TimeSpan.FromMilliseconds(100);

    public static async Task<RunOutcome> ShowAsync(CommandContext context, RunProgress progress, string store, Func<IRunObserver, Task<RunOutcome>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = context.Console.HasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(context.Console.Out),
        });
        using var observer = new LiveRunObserver(progress, store);
        var table = new LiveRunTable(observer);
        Task<RunOutcome>? running = null;
        await console.Live(table.Render()).Overflow(VerticalOverflow.Ellipsis).StartAsync(async live =>
        {
            running = run(observer);
            while (!running.IsCompleted)
            {
                await Task.WhenAny(running, observer.WaitAsync(_refresh));
                observer.WriteLines(console);
                live.UpdateTarget(table.Render());
            }
        });
        var outcome = await running!;
        foreach (var line in RunReport.Lines(context, observer, outcome, context.Console.HasColor))
        {
            context.Console.Out.WriteLine(line);
        }

        return outcome;
    }
}
