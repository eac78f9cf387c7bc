using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>What <c>dump</c> shows of several tasks of a step: a row for each, a column for each artifact.</summary>
internal sealed class StepDump
{
    private const int MaxWidth = 120;
    private const int MinColumn = 16;

    private readonly RunReader _run;
    private readonly ArtifactStore _content;
    private readonly IReadOnlyList<(TaskSummary Task, IReadOnlyDictionary<string, ArtifactReference> Artifacts)> _tasks;
    private readonly string[] _names;

    /// <summary>Looks up the artifacts of tasks.</summary>
    /// <param name="run">Their run.</param>
    /// <param name="tasks">The tasks, all of one step.</param>
    /// <param name="only">The one artifact that is wanted; null for all.</param>
    /// <param name="content">What the artifacts are read from.</param>
    /// <exception cref="UsageException">No task has the one artifact that is wanted.</exception>
    public StepDump(RunReader run, IReadOnlyList<TaskSummary> tasks, string? only, ArtifactStore content)
    {
        (_run, _content) = (run, content);
        _tasks = [.. tasks.Select(task => (task, (IReadOnlyDictionary<string, ArtifactReference>)run.Artifacts(task).ToDictionary(static a => a.Name, static a => a.Reference)))];

        // In the order of the class, whichever task has which.
        string[] all = [.. run.Start.Artifacts.Select(static artifact => artifact.Name).Where(name => _tasks.Any(task => task.Artifacts.ContainsKey(name)))];
        _names = only is null ? all : [.. all.Where(name => name == only)];
        if (only is not null && _names.Length == 0)
        {
            throw new UsageException(
                FlowErrors.InvalidOption,
                $"No task of {StepName} has an artifact '{only}'.{Suggestion.For(only, all)} They have {(all.Length == 0 ? "none" : string.Join(", ", all))}.");
        }
    }

    private string StepName => _run.Start.Steps[_tasks[0].Task.Key.Step].Name;

    public void WriteText(TextWriter output, ReadableValues values)
    {
        output.WriteLine($"{_run.Start.FlowName}/{_run.Start.RunId}/{StepName}");
        output.WriteLine();
        var width = Math.Max(MinColumn, MaxWidth / Math.Max(1, _names.Length));
        TextTable.Write(output, [">Task", .. _names], _tasks.Select(row => new[] { $"{row.Task.TaskId}" }
            .Concat(_names.Select(name => row.Artifacts.TryGetValue(name, out var reference) ? DumpView.ValueOf(reference, _content.Get, values, width) : ""))
            .ToArray()));
    }

    public void WriteJson(TextWriter output) => JsonDocumentWriter.Write(output, (json, buffer) =>
    {
        json.WriteStartObject();
        json.WriteString("pathSpec", $"{_run.Start.FlowName}/{_run.Start.RunId}/{StepName}");
        json.WriteStartArray("tasks");
        foreach (var (task, artifacts) in _tasks)
        {
            var shown = _names.Where(artifacts.ContainsKey).Select(name => (name, artifacts[name]));
            DumpView.WriteJson(json, buffer, _run.Start, task, shown, _content.Get);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
