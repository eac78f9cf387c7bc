using System.Text.Json;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>What <c>runs</c> shows.</summary>
internal static class RunsView
{
    public static void Write(CommandContext context, IReadOnlyList<RunSummary> runs, string store, bool isSelection)
    {
        var output = context.Console.Out;
        if (context.Json)
        {
            JsonDocumentWriter.Write(output, json =>
            {
                json.WriteStartArray();
                foreach (var run in runs)
                {
                    json.WriteStartObject();
                    WriteMembers(json, run, RunState.DurationOf(run, context.Time));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else if (runs.Count == 0)
        {
            context.Console.Error.WriteLine(isSelection
                ? $"No run in {store} is such a one. 'runs' without options lists what there is."
                : $"No run of {context.Definition.Name} is kept in {store}. '{context.Propose("run")}' makes one.");
        }
        else
        {
            TextTable.Write(output, ["Run", "Status", "Started", ">Time", "User", "Tags"], runs.Select(r => Row(context, r)));
        }
    }

    /// <summary>What <c>runs</c> and <c>status</c> both tell of a run.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RunSummary run, TimeSpan? duration)
    {
        json.WriteString("flow", run.Start.FlowName);
        json.WriteString("runId", run.Start.RunId);
        json.WriteString("status", run.Status.ToString().ToLowerInvariant());
        JsonTimes.Write(json, "createdAt", run.Start.CreatedAt);
        JsonTimes.Write(json, "finishedAt", run.FinishedAt);
        if (duration is { } time)
        {
            json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 3));
        }
        else
        {
            json.WriteNull("seconds");
        }

        json.WriteString("user", run.Start.UserName);
        json.WriteString("host", run.Start.HostName);
        json.WriteString("originRunId", run.Start.OriginRunId);
        JsonTexts.Write(json, "tags", run.Tags);
    }

    private static string[] Row(CommandContext context, RunSummary run) =>
    [
        context.Parsed.GetValue<bool>("--all-flows") ? $"{run.Start.FlowName}/{run.Start.RunId}" : run.Start.RunId,
        run.Status.ToString().ToLowerInvariant(),
        $"{run.Start.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}",
        RunState.DurationOf(run, context.Time) is { } duration ? Durations.Text(duration) : "",
        run.Start.UserName,
        TagText.Of(run.Tags),
    ];
}
