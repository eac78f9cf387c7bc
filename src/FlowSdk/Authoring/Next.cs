namespace FlowSdk;

/// <summary>Where a flow goes after a step: what <c>To</c>, <c>ForEach</c> and <c>InParallel</c> return.</summary>
public sealed class Next
{
    internal Next(TransitionKind kind, params string[] targets) => (Kind, Targets) = (kind, targets);

    internal TransitionKind Kind { get; }

    internal string[] Targets { get; }

    /// <summary>The items of a foreach, not enumerated yet; else null.</summary>
    internal ForEachItems? Items { get; init; }

    /// <summary>The number of members of a gang; else 0.</summary>
    internal int GangSize { get; init; }
}
