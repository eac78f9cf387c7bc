namespace FlowSdk.Runtime.Scheduling;

/// <summary>The items of a foreach that have not begun. Their tasks are made one by one, when they start.</summary>
/// <param name="split">The foreach.</param>
/// <param name="step">The step that they begin with.</param>
/// <param name="reused">Items that are left out, in order.</param>
internal sealed class ItemCursor(SplitFrame split, int step, IReadOnlyList<int> reused)
{
    private int _next;
    private int _skipped;

    public int Step => step;

    /// <summary>How many splits are around the foreach.</summary>
    public int Depth => split.Depth;

    public int Remaining => split.Count - _next - (reused.Count - _skipped);

    public TaskUnit Take(UnitFactory factory)
    {
        for (; _skipped < reused.Count && reused[_skipped] == _next; _skipped++)
        {
            _next++;
        }

        return factory.Single(new Place(split, _next++), step, split.Task);
    }
}
