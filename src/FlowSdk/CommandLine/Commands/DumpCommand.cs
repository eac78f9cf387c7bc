using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>Shows the artifacts of a task.</summary>
internal sealed class DumpCommand() : FlowCommand("dump", "Show the artifacts of finished tasks.")
{
    private readonly Argument<string> _path = new("PATHSPEC")
    {
        Description = "RUN/STEP/TASK or RUN/TASK, RUN/STEP for all tasks of a step, or RUN for the end of the flow; RUN may be 'latest'.",
    };

    private readonly Option<string?> _artifact = new("--artifact") { HelpName = "NAME", Description = "Only this artifact, whole." };
    private readonly Option<string?> _output = new("--output") { HelpName = "FILE", Description = "Write to a file instead of standard output." };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("latest", "the artifacts at the end of the newest run"),
        ("latest/Train/3", "those of one task"),
        ("latest/Train --artifact Accuracy", "one of them, of each task of the step"),
        ("latest --artifact Model --output model.json", "one of them, as JSON, into a file; a stored file as it is"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var found = await registry.FindAsync(context.Parsed.GetValue(_path)!, [context.Definition.Name]);
        var run = found.Reader;
        var tasks = await TaskChoice.ReadAsync(found);
        var content = new ArtifactStore(store);
        if (tasks.Count > 1)
        {
            await WriteStepAsync(context, new(run, tasks, context.Parsed.GetValue(_artifact), content));
            return ExitCodes.Succeeded;
        }

        var task = tasks[0];
        var artifacts = Select(run.Artifacts(task), context.Parsed.GetValue(_artifact), run.Start, task);
        if (context.Parsed.GetValue(_output) is { } file)
        {
            await ToFileAsync(file, stream => WriteFileAsync(context, stream, run, task, artifacts, content));
        }
        else
        {
            Write(context, context.Console.Out, run, task, artifacts, content);
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        command.Arguments.Add(_path);
        command.Options.Add(_artifact);
        command.Options.Add(_output);
    }

    private static IReadOnlyList<(string Name, ArtifactReference Reference)> Select(
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts, string? name, RunStartedRecord start, TaskSummary task)
    {
        if (name is null)
        {
            return artifacts;
        }

        var chosen = artifacts.Where(a => a.Name == name).ToArray();
        return chosen.Length > 0 ? chosen : throw new UsageException(
            FlowErrors.InvalidOption,
            $"Task {start.Steps[task.Key.Step].Name}/{task.TaskId} has no artifact '{name}'.{Suggestion.For(name, artifacts.Select(a => a.Name))} It has {(artifacts.Count == 0 ? "none" : string.Join(", ", artifacts.Select(a => a.Name)))}.");
    }

    private static async Task ToFileAsync(string file, Func<Stream, Task> write)
    {
        // What stands there is replaced by the whole, or not at all. What is empty, a device among others, has nothing to lose.
        var isReplaced = new FileInfo(file) is not { Exists: true } there || (there.Length > 0 && there.LinkTarget is null);
        var path = isReplaced ? $"{file}.partial" : file;
        try
        {
            await using (var stream = File.Create(path))
            {
                await write(stream);
            }

            if (isReplaced)
            {
                File.Move(path, file, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(FlowErrors.InvalidOption, $"The file '{file}' given by --output cannot be written: {exception.Message}");
        }
        finally
        {
            if (isReplaced && File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }

    private async Task WriteStepAsync(CommandContext context, StepDump dump)
    {
        if (context.Parsed.GetValue(_output) is not { } file)
        {
            Write(context.Console.Out);
            return;
        }

        await ToFileAsync(file, async stream =>
        {
            await using var writer = new StreamWriter(stream) { NewLine = "\n" };
            Write(writer);
        });

        void Write(TextWriter writer)
        {
            if (context.Json)
            {
                dump.WriteJson(writer);
            }
            else
            {
                dump.WriteText(writer, new(context.Definition));
            }
        }
    }

    // What may be large, one artifact, goes to the file as it is made: a stored file byte for byte, all else as JSON.
    private async Task WriteFileAsync(
        CommandContext context,
        Stream stream,
        RunReader run,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        ArtifactStore content)
    {
        if (context.Json || context.Parsed.GetValue(_artifact) is null)
        {
            await using var writer = new StreamWriter(stream) { NewLine = "\n" };
            Write(context, writer, run, task, artifacts, content);
            return;
        }

        var reference = artifacts[0].Reference;
        if (reference.TypeName.TrimEnd('?').EndsWith($"FlowSdk.{nameof(ArtifactFile)}", StringComparison.Ordinal)
            && ArtifactSerializer.Decode(Codecs<ArtifactFile?>.Instance, content.Get(reference), content) is { IsDirectory: false } stored)
        {
            await using var source = stored.OpenRead();
            await source.CopyToAsync(stream);
            return;
        }

        await using var json = new Utf8JsonWriter(new StreamBuffer(stream), JsonValueWriter.Options(indented: false));
        JsonTranscoder.Write(content.Get(reference), json);
    }

    private void Write(
        CommandContext context,
        TextWriter writer,
        RunReader run,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        ArtifactStore content)
    {
        var isWhole = context.Parsed.GetValue(_artifact) is not null;
        if (context.Json)
        {
            DumpView.WriteJson(writer, run.Start, task, artifacts, content.Get);
        }
        else if (isWhole)
        {
            JsonDocumentWriter.WriteValue(writer, content.Get(artifacts[0].Reference));
        }
        else
        {
            DumpView.WriteText(writer, run.Start, task, artifacts, content.Get, new(context.Definition));
        }
    }
}
