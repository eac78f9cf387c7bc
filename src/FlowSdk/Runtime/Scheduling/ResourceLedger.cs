namespace FlowSdk.Runtime.Scheduling;

/// <summary>Knows what is free, and how many tasks of each step run.</summary>
internal sealed class ResourceLedger(SchedulerOptions options)
{
    private readonly ResourceNeed _total = ResourceNeed.Of(options);
    private readonly int[] _running = new int[options.Steps.Count];

    public ResourceNeed Free { get; private set; } = ResourceNeed.Of(options);

    /// <summary>What so many tasks of a step take together, cut to what there is.</summary>
    public ResourceNeed NeedOf(int step, int tasks) => Whole(step, tasks).AtMost(_total);

    /// <summary>Whether there are enough GPUs, when all are free, for so many tasks of a step at a time.</summary>
    public bool HasGpusFor(int step, int tasks) => (long)Whole(step, 1).Gpus * tasks <= _total.Gpus;

    public bool Fits(ResourceNeed need) => need.FitsIn(Free);

    /// <summary>Whether the step's own limit lets so many more of its tasks run. A gang wider than the limit has the step to itself.</summary>
    public bool HasTurn(int step, int tasks) =>
        _running[step] == 0 || tasks <= options.Steps[step].MaxConcurrency - _running[step];

    public void Take(TaskUnit unit)
    {
        Free -= unit.Need;
        _running[unit.Step] += unit.Members.Length;
    }

    public void Release(TaskUnit unit)
    {
        Free += unit.Need;
        _running[unit.Step] -= unit.Members.Length;
    }

    private ResourceNeed Whole(int step, int tasks) => ResourceNeed.Of(options.Steps[step], options.WithoutGpu) * tasks;
}
