using FlowSdk.Metadata;
using FlowSdk.Runtime.Provenance;

namespace FlowSdk.Runtime;

/// <summary>The first record of a run's journal.</summary>
internal static class RunRecords
{
    public static RunStartedRecord Start(RunRequest request, string userName, string runId, DateTimeOffset createdAt) => new()
    {
        FlowName = request.Definition.Name,
        RunId = runId,
        CreatedAt = createdAt,
        UserName = userName,
        HostName = Environment.MachineName,
        OriginRunId = request.Resume?.Origin.Paths.RunId,
        Tags = request.Tags,
        CommandLine = SecretMask.Apply(request.CommandLine),
        Build = ProgramBuild.Read(request.Definition),
        Summary = request.Definition.Summary,
        Steps = StepsOf(request),
        Artifacts = [.. request.Definition.Artifacts.Select(a => new RecordedArtifact(a.Name, a.TypeName))],
        Parameters = request.Parameters,
    };

    private static RecordedStep[] StepsOf(RunRequest request)
    {
        var definition = request.Definition;
        var sources = definition.Sources();
        var steps = new RecordedStep[definition.Steps.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            var (step, node) = (definition.Steps[i], request.Graph.Nodes[i]);
            steps[i] = new(
                step.Name,
                node.IsJoin,
                step.Summary,
                i < sources.Count ? sources[i].File : "",
                i < sources.Count ? sources[i].Line : 0,
                [.. node.Edges.Select(e => new RecordedTransition(e.Kind, e.Targets, e.Join))]);
        }

        return steps;
    }
}
