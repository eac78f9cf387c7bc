using System.Globalization;
using FlowSdk.Runtime;

namespace FlowSdk.CommandLine;

/// <summary>What is said at the end of a run: how it went, why it failed, and what to look at next.</summary>
internal static class RunReport
{
    private const int MaxNamed = 5;

    public static IEnumerable<string> Lines(CommandContext context, RunObserver observer, RunOutcome outcome, bool color)
    {
        if (outcome.Status != RunStatus.Succeeded || !context.Quiet)
        {
            yield return Headline(observer, outcome, color);
        }

        foreach (var line in outcome.Failures.Count > 0 ? Failure(observer, outcome, color) : [])
        {
            yield return line;
        }

        if (!context.Quiet)
        {
            foreach (var line in Next(context, observer, outcome))
            {
                yield return line;
            }
        }
    }

    private static string Headline(RunObserver observer, RunOutcome outcome, bool color)
    {
        var steps = observer.End?.Steps ?? [];
        var counts = new List<string>();
        var reused = observer.Progress.Steps.Sum(s => s.Reused);
        Count(counts, steps.Sum(s => s.Succeeded), reused == 0 ? "succeeded" : string.Create(CultureInfo.InvariantCulture, $"succeeded ({reused} reused)"));
        Count(counts, steps.Sum(s => s.Failed), "failed");
        Count(counts, steps.Sum(s => s.Canceled), "canceled");
        Count(counts, observer.Progress.Caught, observer.Progress.Caught == 1 ? "failure caught" : "failures caught");
        var status = AnsiText.Status(outcome.Status.ToString().ToLowerInvariant(), outcome.Status, color);
        return $"Run {outcome.RunId} {status} after {Durations.Text(observer.Progress.Elapsed)}: {(counts.Count == 0 ? "no tasks" : string.Join(", ", counts))}.";
    }

    private static void Count(List<string> counts, long number, string what)
    {
        if (number > 0)
        {
            var tasks = counts.Count > 0 ? "" : number == 1 ? "task " : "tasks ";
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {tasks}{what}"));
        }
    }

    private static IEnumerable<string> Failure(RunObserver observer, RunOutcome outcome, bool color)
    {
        var first = outcome.Failures[0];
        yield return "";
        yield return $"{AnsiText.Red($"error {FlowErrors.StepFailed}", color)}: {first.PathSpec} failed: {string.Join(Environment.NewLine, FailureText.Summary(first.Failure).Split('\n').Select(l => ShortLine.Of(l.TrimEnd())))}";
        foreach (var cause in FailureText.Causes(first.Failure))
        {
            yield return $"  caused by {cause}";
        }

        foreach (var frame in FailureText.UserFrames(first.Failure))
        {
            yield return $"    {frame}";
        }

        var recent = observer.Recent.Of(first.TaskId);
        if (recent.Count > 0)
        {
            yield return "  The last that it wrote:";
            foreach (var line in recent)
            {
                yield return $"    {line}";
            }
        }

        if (outcome.FailureCount > 1)
        {
            var others = string.Join(", ", outcome.Failures.Skip(1).Take(MaxNamed).Select(f => $"{observer.Progress.Steps[f.Step].Name}/{f.TaskId}"));
            var among = outcome.FailureCount - 1 > MaxNamed ? ", among them" : ":";
            yield return string.Create(CultureInfo.InvariantCulture, $"  {outcome.FailureCount - 1} more failed{among} {others}.");
        }
    }

    private static IEnumerable<string> Next(CommandContext context, RunObserver observer, RunOutcome outcome)
    {
        var rows = new List<(string Command, string Meaning)>();
        if (outcome.Status is not RunStatus.Succeeded)
        {
            rows.Add((context.Propose($"resume --origin-run-id {outcome.RunId}"), "goes on from here"));
        }

        if (outcome.Failures is [var failure, ..])
        {
            rows.Add((context.Propose($"logs {outcome.RunId}/{observer.Progress.Steps[failure.Step].Name}/{failure.TaskId}"), "all that the failed task wrote"));
        }

        rows.Add((context.Propose($"status {outcome.RunId}"), "its steps, times and failures"));
        if (observer.End?.EndTask is { } end)
        {
            rows.Add((context.Propose($"dump {outcome.RunId}/{end.TaskId}"), "its artifacts at the end"));
        }

        yield return "";
        foreach (var line in ProposedCommands.Lines(rows, context.Console.Width))
        {
            yield return line;
        }
    }
}
