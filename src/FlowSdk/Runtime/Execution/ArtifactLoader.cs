using FlowSdk.Generated;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Loads artifacts for the flow objects of a run.</summary>
internal sealed class ArtifactLoader(FlowDefinition definition, ArtifactStore artifacts)
{
    public T Load<T>(ArtifactInfo<T> artifact, ArtifactReference reference)
    {
        if (reference.TypeName != artifact.TypeName)
        {
            throw new FlowException(
                FlowErrors.ArtifactTypeMismatch,
                $"'{artifact.Name}' was kept as {reference.TypeName} and is now a {artifact.TypeName}. Read it with the program that wrote it, or run the step that sets it again.");
        }

        return ArtifactSerializer.Decode(ArtifactSerializer.CodecOf(artifact), artifacts.Get(reference), artifacts);
    }

    public bool HasForEach => definition.Steps.Any(s => s.Transitions.Any(t => t.Kind == TransitionKind.ForEach));

    public IReadOnlyList<string> StepsThatSet(string artifactName)
    {
        var sources = definition.Sources();
        return [.. definition.Steps.Where((_, step) => step < sources.Count && sources[step].Sets.Contains(artifactName)).Select(step => step.Name)];
    }
}
