namespace FlowSdk.Runtime.Scheduling;

/// <summary>The items of a step's foreachs that have not begun; one foreach after the other.</summary>
internal sealed class ItemLane(int step, ResourceNeed need, UnitFactory factory) : ReadyLane(step)
{
    private readonly Queue<(ItemCursor Cursor, long Order)> _cursors = new();

    public override bool IsEmpty => _cursors.Count == 0;

    public override int Tasks => 1;

    public override ResourceNeed Need => need;

    protected override int Rank => _cursors.Peek().Cursor.Depth;

    protected override long Order => _cursors.Peek().Order;

    public void Add(ItemCursor cursor, long order) => _cursors.Enqueue((cursor, order));

    public override TaskUnit Take()
    {
        var cursor = _cursors.Peek().Cursor;
        var unit = cursor.Take(factory);
        if (cursor.Remaining == 0)
        {
            _cursors.Dequeue();
        }

        return unit;
    }

    public override long Clear()
    {
        var tasks = _cursors.Sum(c => (long)c.Cursor.Remaining);
        _cursors.Clear();
        return tasks;
    }
}
