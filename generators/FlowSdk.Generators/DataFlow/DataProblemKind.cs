namespace FlowSdk.Generators.DataFlow;

/// <summary>What can be wrong with the data of a flow.</summary>
internal enum DataProblemKind
{
    /// <summary>A way leads to the read that sets the artifact nowhere.</summary>
    NotSet,

    /// <summary>A join reads what it starts without.</summary>
    ReadInJoin,

    /// <summary>A join on the way has left the artifact behind.</summary>
    LeftAtJoin,

    /// <summary>An input of the join does not have the artifact.</summary>
    InputWithout,

    /// <summary>A step that may have failed sets the artifact.</summary>
    Doubtful,

    /// <summary>Merge is to carry over by name what a step that may have failed sets.</summary>
    DoubtfulMerge,

    /// <summary>Merge is to carry over a failure in which inputs differ once there is one.</summary>
    FailureMerged,

    /// <summary>Merge is to carry over what no input has.</summary>
    NothingToMerge,
}
