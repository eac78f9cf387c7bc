using System.Globalization;
using System.Text.Json;

namespace FlowSdk.CommandLine;

/// <summary>What <c>status</c> shows of one task: its attempts.</summary>
internal static class TaskView
{
    private const int MaxParents = 5;

    public static void WriteText(CommandContext context, TaskRun task)
    {
        var output = context.Console.Out;
        output.WriteLine($"{task.PathSpec}  {AnsiText.Status(Word(task.Status), task.Status, context.Console.HasColor)}");
        if (task.OriginPathSpec is { } origin)
        {
            output.WriteLine($"taken over from {origin}");
        }

        foreach (var parent in task.Parents.Take(MaxParents))
        {
            output.WriteLine($"after     {parent}");
        }

        if (task.Parents.Count > MaxParents)
        {
            output.WriteLine($"          and {task.Parents.Count - MaxParents} more");
        }

        output.WriteLine();
        TextTable.Write(output, [">Attempt", "Status", "Started", ">Time", ">Worker", ">Exit", "Failure"], task.Attempts.Select(Row));
        output.WriteLine();
        output.WriteLine($"  {context.Propose($"logs {task.PathSpec}")}");
        if (task.Status == TaskRunStatus.Succeeded)
        {
            output.WriteLine($"  {context.Propose($"dump {task.PathSpec}")}");
        }
    }

    public static void WriteJson(Utf8JsonWriter json, TaskRun task)
    {
        json.WriteStartObject();
        json.WriteString("pathSpec", task.PathSpec);
        json.WriteString("status", Word(task.Status));
        json.WriteString("originPathSpec", task.OriginPathSpec);
        JsonTexts.Write(json, "parents", task.Parents);
        json.WriteStartArray("attempts");
        foreach (var attempt in task.Attempts)
        {
            json.WriteStartObject();
            json.WriteNumber("number", attempt.Number);
            json.WriteString("status", Word(attempt.Status));
            JsonTimes.Write(json, "startedAt", attempt.StartedAt);
            JsonTimes.Write(json, "finishedAt", attempt.FinishedAt);
            json.WriteNumber("worker", attempt.Worker);
            FailureJson.WriteExit(json, attempt.Exit);
            json.WritePropertyName("failure");
            FailureJson.Write(json, attempt.Failure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string[] Row(AttemptRun attempt) =>
    [
        Number(attempt.Number),
        Word(attempt.Status),
        $"{attempt.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}",
        attempt.Duration is { } duration ? Durations.Text(duration) : "",
        attempt.Worker == 0 ? "" : Number(attempt.Worker),
        attempt.Exit is { } exit ? Number(exit) : "",
        attempt.Failure is { } failure ? ShortLine.Of(FailureText.Summary(failure).Split('\n')[0].TrimEnd()) : "",
    ];

    private static string Word(TaskRunStatus status) => status.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
