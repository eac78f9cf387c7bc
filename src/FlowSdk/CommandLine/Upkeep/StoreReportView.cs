using System.Globalization;
using System.Text.Json;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>What <c>check --store</c> says.</summary>
internal static class StoreReportView
{
    public static void WriteText(CommandContext context, StoreReport report)
    {
        var output = context.Console.Out;
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{AnsiText.Red(finding.Subject, context.Console.HasColor)}  {finding.Id}");
            output.WriteLine($"  {finding.Message}");
            if (finding.UserCount > 0)
            {
                var others = finding.UserCount - finding.Users.Count;
                output.WriteLine($"  Needed by {string.Join(", ", finding.Users)}{(others > 0 ? $" and {others} more" : "")}.");
            }
            else if (finding.IsObject)
            {
                output.WriteLine("  No run needs it.");
            }
        }

        if (!context.Quiet)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Runs:N0} run{(report.Runs == 1 ? "" : "s")} and {report.Objects.Count:N0} object{(report.Objects.Count == 1 ? "" : "s")}, {ArtifactText.SizeOf(report.Objects.Length)}, were read: {(report.Findings.Count == 0 ? "nothing is" : $"{report.Findings.Count:N0} {(report.Findings.Count == 1 ? "is" : "are")}")} damaged."));
        }
    }

    public static void WriteJson(Utf8JsonWriter json, StoreReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("runs", report.Runs);
        json.WriteNumber("objects", report.Objects.Count);
        json.WriteNumber("bytes", report.Objects.Length);
        json.WriteStartArray("damaged");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("subject", finding.Subject);
            json.WriteString("message", finding.Message);
            json.WriteNumber("neededByCount", finding.UserCount);
            JsonTexts.Write(json, "neededBy", finding.Users);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
