namespace FlowSdk;

/// <summary>What one task of a step needs while it runs. The scheduler starts no more tasks than fit on the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResourcesAttribute : Attribute
{
    /// <summary>Logical processors, greater than 0; fractions are allowed. Default 1.</summary>
    public double Cpu { get; set; } = 1;

    /// <summary>Memory in MiB, 0 or more. Default 0: not accounted for.</summary>
    public int MemoryMb { get; set; }

    /// <summary>Scratch disk in MiB, 0 or more. Default 0. Locally not accounted for; clusters use it.</summary>
    public int DiskMb { get; set; }

    /// <summary>Whole GPUs, 0 or more, each given to one task at a time. Default 0.</summary>
    public int Gpu { get; set; }

    /// <summary>The GPU model wanted, as the cluster names it; ignored locally. Default null: any.</summary>
    public string? GpuType { get; set; }
}
