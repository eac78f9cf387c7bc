namespace FlowSdk.Graph;

/// <summary>What lies between a split and its join, for all the splits that one join closes.</summary>
internal sealed class Frame(Frame? parent, int split)
{
    private Frame? _mergedInto;

    /// <summary>The frame that this one has become part of; itself if it has not.</summary>
    public Frame Root => _mergedInto?.Root ?? this;

    public Frame? Parent => parent?.Root;

    /// <summary>The steps that open it; empty for the flow as a whole.</summary>
    public List<int> Splits { get; } = parent is null ? [] : [split];

    /// <summary>The steps that close it; one in a valid graph.</summary>
    public List<int> Joins { get; } = [];

    /// <summary>Whether it is that frame, or lies inside it.</summary>
    public bool IsWithin(Frame other) => ReferenceEquals(Root, other.Root) || (Parent?.IsWithin(other) ?? false);

    /// <summary>Notes that a step closes it.</summary>
    public void CloseBy(int join) => Add(Joins, join);

    /// <summary>Makes two frames one, which is possible if they lie equally deep.</summary>
    /// <returns>Whether they are one now.</returns>
    /// <remarks>
    /// Whether their splits are alternatives, or run side by side, is not looked at here: that takes the arms of the
    /// frames around them, which are known only when all frames are.
    /// </remarks>
    public static bool TryMerge(Frame first, Frame second)
    {
        (first, second) = (first.Root, second.Root);
        if (ReferenceEquals(first, second))
        {
            return true;
        }

        if (first.Parent is not { } parent || second.Parent is not { } otherParent || !TryMerge(parent, otherParent))
        {
            return false;
        }

        second._mergedInto = first;
        second.Splits.ForEach(s => Add(first.Splits, s));
        second.Joins.ForEach(j => Add(first.Joins, j));
        return true;
    }

    private static void Add(List<int> steps, int step)
    {
        if (!steps.Contains(step))
        {
            steps.Add(step);
        }
    }
}
