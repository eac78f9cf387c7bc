namespace FlowSdk.Runtime.Scheduling;

/// <summary>The ready tasks of a step, in items already begun; first come, first served.</summary>
internal sealed class BegunLane(int step) : ReadyLane(step)
{
    private readonly Queue<(TaskUnit Unit, long Order)> _units = new();

    public override bool IsEmpty => _units.Count == 0;

    public override int Tasks => _units.Peek().Unit.Members.Length;

    public override ResourceNeed Need => _units.Peek().Unit.Need;

    protected override int Rank => int.MaxValue;

    protected override long Order => _units.Peek().Order;

    public void Add(TaskUnit unit, long order) => _units.Enqueue((unit, order));

    public override TaskUnit Take() => _units.Dequeue().Unit;

    public override long Clear()
    {
        var tasks = _units.Sum(u => (long)u.Unit.Members.Length);
        _units.Clear();
        return tasks;
    }
}
