using System.Text.Json;
using FlowSdk.Client;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>What <c>logs</c> shows: the lines of one task as they were written, those of several with the task before them.</summary>
internal sealed class LogsView(CommandContext context, ResolvedPath path, bool timestamps, bool follow)
{
    /// <summary>Says where lines of tasks that were taken over come from.</summary>
    public static void WriteOrigin(CommandContext context, TakenOverTasks tasks, bool isKept)
    {
        var (who, wrote) = tasks.Steps.Count == 1 ? ("A task was", "it wrote") : ($"{tasks.Steps.Count} tasks were", "they wrote");
        context.Console.Error.WriteLine(
            $"{who} taken over from {tasks.Origin.FlowName}/{tasks.Origin.RunId}, {(isKept ? $"where {wrote} these lines" : $"which was deleted, and with it what {wrote}")}.");
    }

    public async Task WriteTextAsync(IAsyncEnumerable<LogLine> lines)
    {
        using var writer = new LineWriter(context.Console.Out, context.Console.Error);
        var any = false;
        await foreach (var line in lines)
        {
            any = true;
            var time = timestamps ? $"{JsonTimes.Text(line.Time)} " : "";
            var task = path.TaskId is null ? $"[{line.StepName}/{line.TaskId}] " : "";
            writer.WriteLine(false, time, task, line.Text);
        }

        if (!any && !context.Quiet)
        {
            writer.WriteLine(true, "Nothing was written.");
        }
    }

    public async Task WriteJsonAsync(IAsyncEnumerable<LogLine> lines)
    {
        var output = context.Console.Out;
        var buffer = new TextBuffer(output);
        await using (var json = new Utf8JsonWriter(buffer, JsonDocumentWriter.Options))
        {
            json.WriteStartArray();
            await using var next = lines.GetAsyncEnumerator();
            while (await MoveAsync())
            {
                Write(json, next.Current);
            }

            json.WriteEndArray();

            async ValueTask<bool> MoveAsync()
            {
                var move = next.MoveNextAsync();
                if (follow && !move.IsCompleted)
                {
                    // Who waits for lines has those that were written so far.
                    await json.FlushAsync();
                    buffer.HandOn();
                    await output.FlushAsync();
                }

                return await move;
            }
        }

        buffer.HandOn();
        output.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, LogLine line)
    {
        json.WriteStartObject();
        json.WriteString("step", line.StepName);
        json.WriteString("task", line.TaskId);
        json.WriteNumber("attempt", line.Attempt);
        json.WriteString("stream", line.Stream == OutputStream.Stderr ? "stderr" : "stdout");
        JsonTimes.Write(json, "time", line.Time);
        json.WriteString("text", line.Text);
        json.WriteEndObject();
    }
}
