namespace FlowSdk.Runtime.Scheduling;

/// <summary>What waits for its turn at one step; only its head is looked at.</summary>
internal abstract class ReadyLane(int step)
{
    public int Step => step;

    public abstract bool IsEmpty { get; }

    /// <summary>How many tasks the head starts.</summary>
    public abstract int Tasks { get; }

    public abstract ResourceNeed Need { get; }

    /// <summary>How often a smaller task has been started while the head waited.</summary>
    public int PassedOver { get; set; }

    /// <summary>Higher ranks go first: tasks of items already begun, then items of the innermost foreach.</summary>
    protected abstract int Rank { get; }

    /// <summary>When the head came; decides within a rank.</summary>
    protected abstract long Order { get; }

    public bool GoesBefore(ReadyLane other) => Rank != other.Rank ? Rank > other.Rank : Order < other.Order;

    public abstract TaskUnit Take();

    /// <summary>Gives up all that waits.</summary>
    /// <returns>The number of tasks.</returns>
    public abstract long Clear();
}
