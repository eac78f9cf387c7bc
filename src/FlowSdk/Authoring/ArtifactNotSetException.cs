namespace FlowSdk;

/// <summary>A step read an artifact that no step before it had set.</summary>
public sealed class ArtifactNotSetException : FlowException
{
    internal ArtifactNotSetException(string artifactName, string stepName, string message)
        : base(FlowErrors.ArtifactNotSet, message) => (ArtifactName, StepName) = (artifactName, stepName);

    /// <summary>The artifact's name.</summary>
    public string ArtifactName { get; }

    /// <summary>The step that read it.</summary>
    public string StepName { get; }
}
