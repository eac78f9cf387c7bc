using System.Globalization;
using System.Text.Json;
using FlowSdk.Metadata;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>What <c>status</c> shows.</summary>
internal static class StatusView
{
    public static void WriteText(CommandContext context, RunState state, string store)
    {
        var output = context.Console.Out;
        var color = context.Console.HasColor;
        var start = state.Summary.Start;
        var status = state.Summary.Status.ToString().ToLowerInvariant();
        var duration = state.Duration is { } time ? $" after {Durations.Text(time)}" : "";
        output.WriteLine($"{start.FlowName}/{start.RunId}  {AnsiText.Status(status, state.Summary.Status, color)}{(state.Summary.Status == RunStatus.Running ? duration.Replace("after", "for", StringComparison.Ordinal) : duration)}");
        output.WriteLine($"started   {start.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss} by {start.UserName} on {start.HostName}");
        output.WriteLine($"kept in   {store}");
        if (BuildText.Of(start.Build) is { } build)
        {
            output.WriteLine($"made by   {build}");
        }

        if (start.OriginRunId is { } origin)
        {
            output.WriteLine($"resumes   {origin}");
        }

        if (state.Summary.Tags.Count > 0)
        {
            output.WriteLine($"tags      {TagText.Of(state.Summary.Tags)}");
        }

        var values = new ReadableValues(context.Definition);
        foreach (var (name, value) in start.Parameters)
        {
            output.WriteLine($"parameter {name} = {(value.IsInline ? values.Of(value.TypeName, new(value.Inline), 100) : ArtifactText.SizeOf(value.Length))}");
        }

        output.WriteLine();
        var columns = Further(state).ToArray();
        TextTable.Write(
            output,
            ["Step", ">Done", ">Reused", ">Failed", ">Canceled", .. columns.Select(static column => column.Title), ">Time", ">Per task"],
            state.Steps.Select(step => Row(step, columns.Select(column => Number(column.Of(step))))));
        foreach (var task in state.Failures)
        {
            WriteFailure(context, state, task);
        }
    }

    public static void WriteJson(Utf8JsonWriter json, RunState state)
    {
        json.WriteStartObject();
        RunsView.WriteMembers(json, state.Summary, state.Duration);
        WriteProvenance(json, state.Summary.Start);
        json.WriteStartArray("parameters");
        foreach (var parameter in state.Summary.Start.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("type", parameter.Value.TypeName);
            if (parameter.Value.IsInline)
            {
                json.WritePropertyName("value");
                JsonTranscoder.Write(new(parameter.Value.Inline), json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (var step in state.Steps)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteNumber("succeeded", step.Counts.Succeeded);
            json.WriteNumber("reused", step.Reused);
            json.WriteNumber("failed", step.Counts.Failed);
            json.WriteNumber("canceled", step.Counts.Canceled);
            json.WriteNumber("running", step.Running);
            json.WriteNumber("pending", step.Pending);
            json.WriteNumber("interrupted", step.Interrupted);
            json.WriteNumber("failedAttempts", step.FailedAttempts);
            json.WriteNumber("taskSeconds", Math.Round(step.TaskTime.TotalSeconds, 3));
            JsonTimes.Write(json, "startedAt", step.StartedAt);
            JsonTimes.Write(json, "finishedAt", step.FinishedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failures");
        foreach (var task in state.Failures)
        {
            json.WriteStartObject();
            json.WriteString("pathSpec", state.Summary.Start.TaskPath(task.Key.Step, task.TaskId));
            json.WriteNumber("attempts", task.Attempts.Count);
            FailureJson.WriteExit(json, task.Attempts[^1].Exit);
            if (task.Failure is { } failure)
            {
                FailureJson.WriteMembers(json, failure);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, RunStartedRecord start)
    {
        JsonTexts.Write(json, "systemTags", SystemTags.Of(start));
        JsonTexts.Write(json, "commandLine", start.CommandLine);
        json.WriteStartObject("build");
        foreach (var (name, value) in start.Build)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    // What there may be none of, and would then only puzzle.
    private static IEnumerable<(string Title, Func<StepSummary, long> Of)> Further(RunState state)
    {
        if (state.Steps.Any(static step => step.FailedAttempts > step.Counts.Failed + step.Counts.Canceled))
        {
            yield return (">Failed attempts", static step => step.FailedAttempts);
        }

        if (state.Summary.Status == RunStatus.Running)
        {
            yield return (">Running", static step => step.Running);
            yield return (">Pending", static step => step.Pending);
        }

        if (state.Summary.Status == RunStatus.Interrupted)
        {
            yield return (">Interrupted", static step => step.Interrupted);
        }
    }

    private static string[] Row(StepSummary step, IEnumerable<string> further) =>
    [
        step.Name,
        Number(step.Counts.Succeeded),
        Number(step.Reused),
        Number(step.Counts.Failed),
        Number(step.Counts.Canceled),
        .. further,
        step.StartedAt is { } start && step.FinishedAt is { } end ? Durations.Text(end - start) : "",
        step.Counts.Succeeded > step.Reused ? Durations.Text(step.TaskTime / (step.Counts.Succeeded - step.Reused)) : "",
    ];

    private static void WriteFailure(CommandContext context, RunState state, TaskSummary task)
    {
        var output = context.Console.Out;
        var path = state.Summary.Start.TaskPath(task.Key.Step, task.TaskId);
        output.WriteLine();
        output.WriteLine($"{AnsiText.Red(path, context.Console.HasColor)} failed{(task.Attempts.Count > 1 ? $" in {task.Attempts.Count} attempts" : "")}");
        if (task.Failure is { } failure)
        {
            output.WriteLine($"  {FailureText.Summary(failure)}");
            foreach (var frame in FailureText.UserFrames(failure))
            {
                output.WriteLine($"    {frame}");
            }
        }

        output.WriteLine($"  {context.Propose($"logs {path}")}");
    }

    private static string Number(long number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
