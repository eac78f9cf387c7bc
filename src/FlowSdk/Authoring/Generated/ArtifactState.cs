namespace FlowSdk.Generated;

/// <summary>What an artifact's cell holds.</summary>
internal enum ArtifactState
{
    /// <summary>Nothing: never set on the way here.</summary>
    Unset,

    /// <summary>A reference to a value that was not needed yet.</summary>
    Referenced,

    /// <summary>A value that was loaded, and may have been changed in place since.</summary>
    Loaded,

    /// <summary>A value that this step has set.</summary>
    Set,
}
