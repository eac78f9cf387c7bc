namespace FlowSdk;

/// <summary>The shape of a transition.</summary>
public enum TransitionKind
{
    /// <summary>To one step.</summary>
    Linear,

    /// <summary>To several steps, all of which run.</summary>
    Branch,

    /// <summary>To one task of a step for each item.</summary>
    ForEach,

    /// <summary>To tasks of a step that run at the same time.</summary>
    Gang,
}
