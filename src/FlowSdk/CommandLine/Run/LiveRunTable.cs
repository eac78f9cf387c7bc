using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FlowSdk.CommandLine;

/// <summary>The table of a run's steps as it stands.</summary>
internal sealed class LiveRunTable(RunObserver observer)
{
    private const int BarWidth = 20;

    public IRenderable Render()
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Step", "", "Done", "Running", "Failed", "Time");
        foreach (var column in table.Columns.Skip(2))
        {
            column.RightAligned();
        }

        foreach (var column in table.Columns)
        {
            column.NoWrap();
        }

        var title = "";
        observer.Read(progress =>
        {
            title = Title(progress);
            foreach (var step in progress.Steps)
            {
                AddRow(table, step, progress.Elapsed);
            }
        });
        return new Rows(new Text(title, new Style(decoration: Decoration.Bold)), table);
    }

    private static string Title(RunProgress progress) =>
        $"{progress.Definition.Name} {progress.RunId} · {Durations.Text(progress.Elapsed)}{(progress.IsCanceling ? " · stopping" : "")}";

    private static void AddRow(Table table, StepProgress step, TimeSpan elapsed) => table.AddRow(
        new Text(step.Name, StyleOf(step)),
        Bar(step),
        Cell(step.Due == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{step.Succeeded}/{step.Due}")),
        Cell(step.Running == 0 ? "" : step.Running.ToString(CultureInfo.InvariantCulture)),
        new Text(step.Failed == 0 ? "" : step.Failed.ToString(CultureInfo.InvariantCulture), new Style(Color.Red)),
        Cell(TimeOf(step, elapsed)));

    private static string TimeOf(StepProgress step, TimeSpan elapsed) =>
        step.StartedAt is { } started ? Durations.Text((step.Running > 0 ? elapsed : step.EndedAt) - started)
        : step.Reused > 0 ? "reused"
        : "";

    private static Text Cell(string text) => new(text);

    private static Style StyleOf(StepProgress step) => step switch
    {
        { Failed: > 0 } => new Style(Color.Red),
        { Running: > 0 } => new Style(Color.Aqua),
        { Due: > 0 } when step.Succeeded == step.Due => new Style(Color.Green),
        _ => new Style(decoration: Decoration.Dim),
    };

    private static Text Bar(StepProgress step)
    {
        if (step.Due == 0)
        {
            return new Text(new string('·', BarWidth), new Style(decoration: Decoration.Dim));
        }

        var done = (int)(BarWidth * step.Succeeded / step.Due);
        var running = Math.Min(BarWidth - done, (int)Math.Ceiling((double)BarWidth * step.Running / step.Due));
        return new Text($"{new string('█', done)}{new string('▒', running)}{new string('·', BarWidth - done - running)}", StyleOf(step));
    }
}
