namespace FlowSdk.Graph;

/// <summary>What can be wrong with the graph of a flow.</summary>
internal enum GraphProblemKind
{
    /// <summary>The flow has no step.</summary>
    NoStep,

    /// <summary>Every step is the target of another one.</summary>
    NoStart,

    /// <summary>No step points at this one, but another step is the start already.</summary>
    SeveralStarts,

    /// <summary>Every step returns a transition.</summary>
    NoEnd,

    /// <summary>This step returns no transition, but another one is the end already.</summary>
    SeveralEnds,

    /// <summary>A transition leads to something that is no step.</summary>
    UnknownTarget,

    /// <summary>A branch names one step twice.</summary>
    RepeatedTarget,

    /// <summary>The step returns a transition by its signature, but its body names none.</summary>
    NoTransition,

    /// <summary>No way leads from the start to this step.</summary>
    Unreachable,

    /// <summary>No way leads from this step to the end.</summary>
    LoopWithoutExit,

    /// <summary>The body of a gang takes no gang.</summary>
    GangMissing,

    /// <summary>The step takes a gang, but something else than a gang's split leads to it.</summary>
    GangUnexpected,

    /// <summary>A split leads straight to a join, so that there is nothing to join.</summary>
    SplitIntoJoin,

    /// <summary>The step takes inputs, but is reached where nothing is split.</summary>
    NothingToJoin,

    /// <summary>The branches of a split meet in this step, which takes no inputs.</summary>
    InputsMissing,

    /// <summary>What this step splits is never joined, or not on every way.</summary>
    NeverJoined,

    /// <summary>What this step splits is closed by more than one join.</summary>
    SeveralJoins,

    /// <summary>The step joins what was split in places that run side by side.</summary>
    UnrelatedJoin,

    /// <summary>The step is reached both from inside and from outside a split.</summary>
    FrameCrossed,
}
