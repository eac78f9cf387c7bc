using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Something to do with each artifact of a flow: to load, to save, to merge. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ArtifactVisitor
{
    private protected ArtifactVisitor()
    {
    }

    /// <summary>Receives one artifact.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="cell">Its storage.</param>
    /// <param name="artifact">What is known of it.</param>
    public abstract void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact);
}
