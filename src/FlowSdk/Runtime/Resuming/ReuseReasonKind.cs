namespace FlowSdk.Runtime.Resuming;

/// <summary>Why tasks of a step run, although the run that is resumed has been there. The first that applies is told.</summary>
internal enum ReuseReasonKind
{
    /// <summary>The step was named on the command line.</summary>
    Forced,

    /// <summary>The flow has no such step any more.</summary>
    StepGone,

    /// <summary>The flow begins at another step now, or the step is a join now, or no longer is one.</summary>
    StepChanged,

    /// <summary>The step can no longer go where the task went. The detail names the targets.</summary>
    TransitionGone,

    /// <summary>Parameters that the step reads have other values. The detail names them.</summary>
    ParametersChanged,

    /// <summary>An artifact that the task set, or the items of its foreach, are of another type now. The detail says of which.</summary>
    TypeChanged,

    /// <summary>An object that holds an artifact is missing or damaged. The detail is its key.</summary>
    ObjectUnusable,

    /// <summary>Other members of the gang did not finish.</summary>
    GangIncomplete,

    /// <summary>It follows a task that runs again. The detail is that one's step.</summary>
    Follows,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was due, and had not finished when the run ended.</summary>
    NotFinished,

    /// <summary>The run did not come to the step.</summary>
    NotReached,

    /// <summary>The flow has the step only since then.</summary>
    StepAdded,
}
