namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// One item, member or branch of a split, or the flow outside all splits. At any time one task of a place is due, or one
/// split of it open: what runs at the same time runs in different places.
/// </summary>
internal sealed class Place(SplitFrame? split, int index)
{
    private Dictionary<int, int>? _visits;

    /// <summary>The split that the place belongs to; null outside all.</summary>
    public SplitFrame? Split => split;

    public int Index => index;

    /// <summary>The same for those who start tasks, with the places around it.</summary>
    public TaskFrame? Frame { get; } = split is null
        ? null
        : new TaskFrame(split.Outer.Frame, split.Task, split.Step, split.Transition, index);

    /// <summary>How many tasks of a step of a loop this place has had; counts one more.</summary>
    public int CountVisit(int step)
    {
        _visits ??= [];
        var visits = _visits.GetValueOrDefault(step);
        _visits[step] = visits + 1;
        return visits;
    }
}
