namespace FlowSdk.Runtime.Machine;

/// <summary>What this process may use of the machine. Nothing is looked for before it is asked for.</summary>
internal sealed class MachineResources
{
    private readonly Lazy<IReadOnlyList<Gpu>> _gpus;

    public MachineResources(int logicalProcessors, long memoryMb, Func<IReadOnlyList<Gpu>> gpus) =>
        (LogicalProcessors, MemoryMb, _gpus) = (logicalProcessors, memoryMb, new Lazy<IReadOnlyList<Gpu>>(gpus));

    /// <summary>Logical processors, within the affinity and the limits of the container; 1 or more.</summary>
    public int LogicalProcessors { get; }

    /// <summary>Memory in MiB, within the limits of the container.</summary>
    public long MemoryMb { get; }

    /// <summary>The GPUs, detected when first asked for.</summary>
    public IReadOnlyList<Gpu> Gpus => _gpus.Value;

    /// <summary>Of the machine that this process runs on. The runtime knows the limits of the container (cgroup, job object).</summary>
    public static MachineResources Detect() => new(
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        new GpuDetection(Environment.GetEnvironmentVariable, NvidiaDriver.Devices).Detect);
}
