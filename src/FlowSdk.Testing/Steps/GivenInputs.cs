using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Steps;

/// <summary>Writes the tasks that a join closes into a journal of their own, from which the join reads them as in a run.</summary>
internal sealed class GivenInputs(FlowDefinition definition, int join, ArtifactStore artifacts)
{
    private readonly string _name = $"{definition.Name}.{definition.Steps[join].Name}";

    /// <summary>What the join closes; null if the step is none.</summary>
    /// <exception cref="FlowException">The step is no join and has inputs, or is one and has none, or another number of them than it has branches.</exception>
    public async Task<AssignedJoin?> WriteAsync(RunPaths paths, IReadOnlyList<Flow>? inputs, IReadOnlyList<RecordedParameter> parameters)
    {
        if (!definition.Steps[join].IsJoin)
        {
            return inputs is null ? null : throw Mismatch($"The test gives {_name} inputs, but that step is no join. Leave Inputs out.");
        }

        if (inputs is null)
        {
            throw Mismatch($"{_name} is a join, and the test gives it no inputs. Set Inputs to a flow object for each branch or item; to none for an empty foreach.");
        }

        var firstSteps = FirstSteps(inputs.Count);
        var journal = new JournalWriter(artifacts.Objects, paths);
        journal.Enqueue(Start(paths, parameters));
        var last = StepBefore();
        var positions = new List<RecordPosition>();
        foreach (var input in inputs)
        {
            positions.Add(journal.Enqueue(Finished(positions.Count, last, FlowSnapshot.Take(input, definition.Artifacts.Count, artifacts))));
        }

        await journal.FlushAsync();
        return new(positions, firstSteps);
    }

    private static FlowException Mismatch(string message) => new(FlowErrors.StepTestMismatch, message);

    /// <summary>The steps with which the branches begin; none for a foreach or a gang.</summary>
    private IReadOnlyList<int> FirstSteps(int count)
    {
        FlowEdge[] closed = [.. FlowGraphs.Require(definition).Nodes.SelectMany(node => node.Edges).Where(edge => edge.Join == join)];
        if (closed.FirstOrDefault(edge => edge.Kind == TransitionKind.Branch && edge.Targets.Count == count) is { } branch)
        {
            return branch.Targets;
        }

        return closed.Any(edge => edge.Kind != TransitionKind.Branch) ? [] : throw Mismatch(
            $"{_name} closes the branches {string.Join(", or ", closed.Select(edge => string.Join(", ", edge.Targets.Select(s => definition.Steps[s].Name))))}, and the test gives it {count} input{(count == 1 ? "" : "s")}. Give it one for each, in that order.");
    }

    private int StepBefore()
    {
        var name = definition.Steps[join].Name;
        return Math.Max(0, definition.Steps.Select((step, number) => step.Transitions.Any(t => t.Targets.Contains(name)) ? number : -1).Max());
    }

    private RunStartedRecord Start(RunPaths paths, IReadOnlyList<RecordedParameter> parameters) => new()
    {
        FlowName = paths.FlowName,
        RunId = paths.RunId,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UserName = Environment.UserName,
        HostName = Environment.MachineName,
        Steps = [.. definition.Steps.Select(step => new RecordedStep(step.Name, step.IsJoin, step.Summary, "", 0, []))],
        Artifacts = [.. definition.Artifacts.Select(artifact => new RecordedArtifact(artifact.Name, artifact.TypeName))],
        Parameters = parameters,
    };

    private TaskFinishedRecord Finished(int index, int step, ArtifactTable table) => new()
    {
        TaskId = index + 1,
        Key = new(step, 0, 0, index),
        Parents = [],
        Attempt = 0,
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
        Worker = 0,
        Transition = new(TransitionKind.Linear, [join], 1, []),
        Artifacts = table.Describe(null),
    };
}
