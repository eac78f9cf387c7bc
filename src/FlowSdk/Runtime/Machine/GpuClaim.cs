namespace FlowSdk.Runtime.Machine;

/// <summary>GPUs set aside for a worker that is about to start.</summary>
internal sealed class GpuClaim(IReadOnlyList<Gpu> gpus, IReadOnlyList<SlotLock> locks) : IDisposable
{
    /// <summary>The GPUs as <c>CUDA_VISIBLE_DEVICES</c> names them.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. gpus.Select(g => g.Id)];

    /// <summary>The environment variables with which the worker must start.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        [GpuDetection.DevicesVariable] = string.Join(',', Ids),
        [GpuSlots.SlotsVariable] = string.Join(',', gpus.Select(g => g.Slot)),
    };

    public void Dispose()
    {
        foreach (var taken in locks)
        {
            taken.Dispose();
        }
    }
}
