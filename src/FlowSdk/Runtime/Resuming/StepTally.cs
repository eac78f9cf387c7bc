namespace FlowSdk.Runtime.Resuming;

/// <summary>Counts what a plan does with the tasks of one step.</summary>
internal sealed class StepTally(string name, bool isAdded)
{
    private readonly Dictionary<ReuseReason, long> _again = [];
    private long _reused;
    private long _due;
    private long _settledDue;
    private long _failed;

    /// <summary>How many tasks are known to run: finished ones again, and those that were due and had not finished.</summary>
    public long ToRun => _again.Values.Sum() + Unfinished;

    private long Unfinished => Math.Max(0, _due - _settledDue);

    /// <summary>Tasks follow from those that are reused.</summary>
    public void Due(long tasks) => _due += tasks;

    /// <summary>A task failed for good.</summary>
    public void Failed() => _failed++;

    public void Reuse()
    {
        _reused++;
        _settledDue++;
    }

    /// <summary>A task that finished runs again.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="isDue">Whether all before it are reused, so that it has been counted as due.</param>
    public void RunAgain(ReuseReason reason, bool isDue)
    {
        _again[reason] = _again.GetValueOrDefault(reason) + 1;
        _settledDue += isDue ? 1 : 0;
    }

    /// <param name="mayRunMore">Whether the step follows one of which tasks run.</param>
    public StepPlan Plan(bool mayRunMore)
    {
        var reasons = _again.OrderByDescending(r => r.Value).Select(r => new CountedReason(r.Key, r.Value)).ToList();
        var failed = Math.Min(_failed, Unfinished);
        Add(reasons, ReuseReasonKind.Failed, failed);
        Add(reasons, isAdded ? ReuseReasonKind.StepAdded : ReuseReasonKind.NotFinished, Unfinished - failed);
        if (mayRunMore && ToRun == 0)
        {
            reasons.Add(new(new(isAdded ? ReuseReasonKind.StepAdded : ReuseReasonKind.NotReached), 0));
        }

        return new(name, _reused, ToRun, mayRunMore, reasons);
    }

    /// <summary>The plan for a step that the flow no longer has.</summary>
    public StepPlan PlanGone() => new(name, 0, 0, false, [new(new(ReuseReasonKind.StepGone), _again.Values.Sum())]);

    private static void Add(List<CountedReason> reasons, ReuseReasonKind kind, long tasks)
    {
        if (tasks > 0)
        {
            reasons.Add(new(new(kind), tasks));
        }
    }
}
