namespace FlowSdk;

/// <summary>A join merged inputs that set artifacts to different values; nothing was merged.</summary>
public sealed class MergeConflictException : FlowException
{
    internal MergeConflictException(IReadOnlyList<string> artifactNames, string message)
        : base(FlowErrors.MergeConflict, message) => ArtifactNames = artifactNames;

    /// <summary>The artifacts that differ.</summary>
    public IReadOnlyList<string> ArtifactNames { get; }
}
