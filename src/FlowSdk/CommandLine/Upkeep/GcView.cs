using System.Globalization;
using System.Text.Json;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>What <c>gc</c> says.</summary>
internal static class GcView
{
    /// <param name="context">The command.</param>
    /// <param name="report">What was removed, or would be.</param>
    /// <param name="removed">Whether it was.</param>
    /// <param name="proposal">The command that removes it.</param>
    public static void WriteText(CommandContext context, CollectionReport report, bool removed, string proposal)
    {
        var output = context.Console.Out;
        if (report.Runs.Count > 0)
        {
            output.WriteLine($"{(removed ? "Deleted" : "Would delete")} {Count(report.Runs.Count, "run")}, {ArtifactText.SizeOf(report.Runs.Sum(static run => run.Length))}:");
            foreach (var (summary, _) in report.Runs)
            {
                output.WriteLine(
                    $"  {summary.Start.FlowName}/{summary.Start.RunId}  {summary.Status.ToString().ToLowerInvariant(),-11}  {summary.Start.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}  {TagText.Of(summary.Tags)}".TrimEnd());
            }
        }

        var removes = removed ? "Removed" : "Would remove";
        output.WriteLine(report.Garbage.Count > 0 ? $"{removes} {Tally(report.Garbage, "object")}, which no run needs." : "No object is without a run that needs it, or may need it.");
        if (report.Unfinished.Count > 0)
        {
            output.WriteLine($"{removes} {Tally(report.Unfinished, "file")}, of writers that died.");
        }

        if (context.Quiet)
        {
            return;
        }

        output.WriteLine($"Needed: {Tally(report.Kept, "object")}.");
        if (report.Young.Count > 0)
        {
            output.WriteLine($"Too new to tell: {Tally(report.Young, "object")}, not an hour old or newer than a run that goes on. A later collection removes what nothing needs then.");
        }

        if (!removed && (report.Runs.Count > 0 || report.Garbage.Count > 0 || report.Unfinished.Count > 0))
        {
            output.WriteLine($"Nothing was removed. '{proposal}' frees {ArtifactText.SizeOf(report.Length)}.");
        }
    }

    public static void WriteJson(Utf8JsonWriter json, CollectionReport report, bool removed)
    {
        json.WriteStartObject();
        json.WriteBoolean("removed", removed);
        json.WriteNumber("bytes", report.Length);
        json.WriteStartArray("runs");
        foreach (var (summary, length) in report.Runs)
        {
            json.WriteStartObject();
            json.WriteString("flow", summary.Start.FlowName);
            json.WriteString("runId", summary.Start.RunId);
            json.WriteString("status", summary.Status.ToString().ToLowerInvariant());
            JsonTimes.Write(json, "createdAt", summary.Start.CreatedAt);
            json.WriteNumber("bytes", length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "garbage", report.Garbage);
        Write(json, "unfinished", report.Unfinished);
        Write(json, "young", report.Young);
        Write(json, "kept", report.Kept);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ObjectTally tally)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", tally.Count);
        json.WriteNumber("bytes", tally.Length);
        json.WriteEndObject();
    }

    private static string Tally(ObjectTally tally, string what) => $"{Count(tally.Count, what)}, {ArtifactText.SizeOf(tally.Length)}";

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
