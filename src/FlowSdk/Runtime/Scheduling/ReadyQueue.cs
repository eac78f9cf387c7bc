namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// All that waits for a worker. What goes first: tasks of items already begun, in the order in which they came due, then new
/// items of the innermost foreach. What does not fit is passed over by what does; but when that has happened to a big
/// one often enough, room is kept for it: from then on only that is started which does not put it off.
/// </summary>
/// <remarks>The work to take one is that of looking at the head of each step that has something waiting.</remarks>
internal sealed class ReadyQueue(ResourceLedger ledger, UnitFactory factory, int steps, int patience)
{
    private readonly BegunLane?[] _begun = new BegunLane?[steps];
    private readonly ItemLane?[] _items = new ItemLane?[steps];
    private readonly List<ReadyLane> _waiting = [];
    private ReadyLane? _next;
    private long _order;

    public bool IsEmpty => _waiting.Count == 0;

    public void Add(TaskUnit unit)
    {
        var lane = _begun[unit.Step] ??= new BegunLane(unit.Step);
        NowWaiting(lane);
        lane.Add(unit, ++_order);
    }

    public void Add(ItemCursor cursor)
    {
        var lane = _items[cursor.Step] ??= new ItemLane(cursor.Step, ledger.NeedOf(cursor.Step, 1), factory);
        NowWaiting(lane);
        lane.Add(cursor, ++_order);
    }

    /// <summary>Takes what is to be started now, and the resources for it.</summary>
    /// <returns>Null if nothing waits that fits.</returns>
    public TaskUnit? Take()
    {
        if (ledger.Free.Workers == 0 || Choose() is not { } lane)
        {
            return null;
        }

        var unit = lane.Take();
        ledger.Take(unit);
        lane.PassedOver = 0;
        _next = lane == _next ? null : _next;
        if (lane.IsEmpty)
        {
            _waiting.Remove(lane);
        }

        PassOver(lane, unit.Need);
        return unit;
    }

    /// <summary>Gives up all that waits.</summary>
    public void Clear(RunTally tally)
    {
        foreach (var lane in _waiting)
        {
            tally.Canceled(lane.Step, lane.Clear());
        }

        _waiting.Clear();
        _next = null;
    }

    private void NowWaiting(ReadyLane lane)
    {
        if (lane.IsEmpty)
        {
            lane.PassedOver = 0;
            _waiting.Add(lane);
        }
    }

    private ReadyLane? Choose()
    {
        var keepRoomFor = _next is not null && HasTurn(_next) ? _next : null;
        if (keepRoomFor is not null && ledger.Fits(keepRoomFor.Need))
        {
            return keepRoomFor;
        }

        ReadyLane? first = null;
        foreach (var lane in _waiting)
        {
            if (HasTurn(lane)
                && ledger.Fits(lane.Need)
                && (keepRoomFor is null || lane.Need.LeavesRoomFor(keepRoomFor.Need, ledger.Free))
                && (first is null || lane.GoesBefore(first)))
            {
                first = lane;
            }
        }

        return first;
    }

    private void PassOver(ReadyLane taken, ResourceNeed started)
    {
        foreach (var lane in _waiting)
        {
            if (lane != taken && HasTurn(lane) && !lane.Need.FitsIn(started) && ++lane.PassedOver >= patience)
            {
                _next ??= lane;
            }
        }
    }

    private bool HasTurn(ReadyLane lane) => ledger.HasTurn(lane.Step, lane.Tasks);
}
