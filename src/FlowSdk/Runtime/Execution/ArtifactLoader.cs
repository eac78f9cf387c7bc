using FlowSdk.Generated;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Loads artifacts for the flow objects of a run.</summary>
internal sealed class ArtifactLoader(FlowDefinition definition, ArtifactStore artifacts)
{
    /// <summary>Loads an artifact.</summary>
    /// <param name="artifact">What the class knows of it.</param>
    /// <param name="reference">What was kept.</param>
    /// <param name="task">The path spec of the task whose it is, if it is of a past run.</param>
    /// <exception cref="FlowException">It is of another type, or missing, or damaged.</exception>
    public T Load<T>(ArtifactInfo<T> artifact, ArtifactReference reference, string? task = null)
    {
        if (reference.TypeName != artifact.TypeName)
        {
            throw new FlowException(
                FlowErrors.ArtifactTypeMismatch,
                $"'{artifact.Name}'{(task is null ? "" : $" of {task}")} was kept as {reference.TypeName}, and the property is of type {artifact.TypeName} now. Read it with the program that wrote it, or run the step that sets it again.");
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
