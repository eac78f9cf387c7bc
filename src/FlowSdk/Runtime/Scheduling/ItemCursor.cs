namespace FlowSdk.Runtime.Scheduling;

/// <summary>The items of a foreach that have not begun. Their tasks are made one by one, when they start.</summary>
internal sealed class ItemCursor(SplitFrame split, int step)
{
    private int _next;

    public int Step => step;

    /// <summary>How many splits are around the foreach.</summary>
    public int Depth => split.Depth;

    public int Remaining => split.Count - _next;

    public TaskUnit Take(UnitFactory factory) => factory.Single(new Place(split, _next++), step, split.Task);
}
