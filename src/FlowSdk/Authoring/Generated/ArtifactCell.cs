using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>The storage of one artifact in a flow object. Used by generated code.</summary>
/// <typeparam name="T">The artifact's type.</typeparam>
/// <remarks>All zero is a valid, unset cell: views are made without running initializers.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ArtifactCell<T>
{
    internal T? Value;

    /// <summary>Where the value was loaded from, or can be; kept when a step sets the artifact, to see whether it changed.</summary>
    internal ArtifactReference? Reference;

    private int _state;

    /// <summary>Published after the value, so that a thread that sees it loaded sees the value.</summary>
    internal ArtifactState State
    {
        readonly get => (ArtifactState)Volatile.Read(in _state);
        set => Volatile.Write(ref _state, (int)value);
    }
}
