using System.Globalization;
using System.Text.Json;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>What <c>logs</c> shows: the lines of one task as they were written, those of several with the task before them.</summary>
internal sealed class LogsView(CommandContext context, ResolvedPath path, IReadOnlyList<string> stepNames, bool timestamps)
{
    public async Task WriteTextAsync(IAsyncEnumerable<LogPiece> lines)
    {
        using var writer = new LineWriter(context.Console.Out, context.Console.Error);
        var any = false;
        await foreach (var line in lines)
        {
            any = true;
            var time = timestamps ? $"{JsonTimes.Text(line.Time)} " : "";
            var task = path.TaskId is null ? string.Create(CultureInfo.InvariantCulture, $"[{stepNames[line.Step]}/{line.TaskId}] ") : "";
            writer.WriteLine(false, time, task, line.Text);
        }

        if (!any && !context.Quiet)
        {
            writer.WriteLine(true, "Nothing was written.");
        }
    }

    public async Task WriteJsonAsync(IAsyncEnumerable<LogPiece> lines)
    {
        var all = new List<LogPiece>();
        await foreach (var line in lines)
        {
            all.Add(line);
        }

        JsonDocumentWriter.Write(context.Console.Out, json =>
        {
            json.WriteStartArray();
            foreach (var line in all)
            {
                Write(json, line);
            }

            json.WriteEndArray();
        });
    }

    private void Write(Utf8JsonWriter json, LogPiece line)
    {
        json.WriteStartObject();
        json.WriteString("step", stepNames[line.Step]);
        json.WriteString("task", line.TaskId.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("attempt", line.Attempt);
        json.WriteString("stream", line.Stream == OutputStream.Stderr ? "stderr" : "stdout");
        JsonTimes.Write(json, "time", line.Time);
        json.WriteString("text", line.Text);
        json.WriteEndObject();
    }
}
