namespace FlowSdk;

/// <summary>A join asked to merge artifacts that no input has set; nothing was merged.</summary>
public sealed class MergeMissingException : FlowException
{
    internal MergeMissingException(IReadOnlyList<string> artifactNames, string message)
        : base(FlowErrors.MergeMissing, message) => ArtifactNames = artifactNames;

    /// <summary>The artifacts that are missing.</summary>
    public IReadOnlyList<string> ArtifactNames { get; }
}
