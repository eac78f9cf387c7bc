namespace FlowSdk.Runtime.Scheduling;

/// <summary>An amount of what a machine gives out. Processors are counted in thousandths, so that fractions add up exactly.</summary>
/// <param name="Workers">Workers, one for each task.</param>
/// <param name="MilliCpus">Thousandths of logical processors.</param>
/// <param name="MemoryMb">Memory in MiB.</param>
/// <param name="Gpus">Whole GPUs.</param>
internal readonly record struct ResourceNeed(int Workers, long MilliCpus, long MemoryMb, int Gpus)
{
    /// <summary>What one task of a step needs.</summary>
    public static ResourceNeed Of(StepLimits step, bool withoutGpu) =>
        new(1, Milli(step.Cpu), step.MemoryMb, withoutGpu ? 0 : step.Gpu);

    /// <summary>What there is to give out.</summary>
    public static ResourceNeed Of(SchedulerOptions options) =>
        new(options.MaxWorkers, Milli(options.Cpus), options.MemoryMb, options.Gpus);

    public static ResourceNeed operator *(ResourceNeed one, int tasks) =>
        new(one.Workers * tasks, one.MilliCpus * tasks, one.MemoryMb * tasks, one.Gpus * tasks);

    public static ResourceNeed operator +(ResourceNeed left, ResourceNeed right) =>
        new(left.Workers + right.Workers, left.MilliCpus + right.MilliCpus, left.MemoryMb + right.MemoryMb, left.Gpus + right.Gpus);

    public static ResourceNeed operator -(ResourceNeed left, ResourceNeed right) =>
        new(left.Workers - right.Workers, left.MilliCpus - right.MilliCpus, left.MemoryMb - right.MemoryMb, left.Gpus - right.Gpus);

    public bool FitsIn(ResourceNeed free) =>
        Workers <= free.Workers && MilliCpus <= free.MilliCpus && MemoryMb <= free.MemoryMb && Gpus <= free.Gpus;

    /// <summary>No more of anything than there is: what needs more runs when all is free.</summary>
    public ResourceNeed AtMost(ResourceNeed total) => new(
        Math.Min(Workers, total.Workers),
        Math.Min(MilliCpus, total.MilliCpus),
        Math.Min(MemoryMb, total.MemoryMb),
        Math.Min(Gpus, total.Gpus));

    /// <summary>Whether taking this puts off a bigger one that waits: nothing of what that one lacks is taken, and of the rest enough is left.</summary>
    public bool LeavesRoomFor(ResourceNeed waiting, ResourceNeed free) =>
        LeavesRoom(Workers, waiting.Workers, free.Workers)
        && LeavesRoom(MilliCpus, waiting.MilliCpus, free.MilliCpus)
        && LeavesRoom(MemoryMb, waiting.MemoryMb, free.MemoryMb)
        && LeavesRoom(Gpus, waiting.Gpus, free.Gpus);

    private static bool LeavesRoom(long taken, long waiting, long free) => taken == 0 || waiting <= free - taken;

    private static long Milli(double cpus) => double.IsPositiveInfinity(cpus) ? long.MaxValue : (long)Math.Ceiling(cpus * 1000);
}
