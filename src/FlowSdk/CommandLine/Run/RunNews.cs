namespace FlowSdk.CommandLine;

/// <summary>What kind of thing is told of a run.</summary>
internal enum RunNews
{
    /// <summary>All is as it should be.</summary>
    Progress,

    /// <summary>Something to know.</summary>
    Warning,

    /// <summary>An attempt failed.</summary>
    Failure,
}
