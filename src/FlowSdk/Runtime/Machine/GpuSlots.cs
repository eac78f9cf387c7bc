namespace FlowSdk.Runtime.Machine;

/// <summary>
/// Gives each GPU of the machine to one task at a time, across all runs and users. A GPU's slot is a lock held by the worker that
/// uses it, for as long as the worker lives. Since a worker must know its GPUs before it starts, the runner first makes a claim.
/// A claim is a second lock on the same GPU; only who holds it may look whether the slot is free, and have it taken. So:
/// runner claims, worker starts and holds, runner gives the claim back; nobody can come in between.
/// </summary>
/// <param name="directory">Where the locks are; the same for all programs of the machine.</param>
internal sealed class GpuSlots(string directory)
{
    /// <summary>Tells a worker the slots that it is to hold, separated by commas.</summary>
    public const string SlotsVariable = "FLOWSDK_GPU_SLOTS";

    /// <summary>The slots of this machine.</summary>
    public static GpuSlots OfThisMachine { get; } = new(Path.Combine(
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData) : "/tmp",
        "flowsdk-gpus"));

    /// <summary>Claims GPUs that nobody uses, for workers that are about to start together, all or none: two gangs that each hold a part would wait for each other for ever.</summary>
    /// <param name="candidates">The GPUs to choose from; the first free ones are taken.</param>
    /// <param name="count">How many each worker gets, 1 or more.</param>
    /// <param name="workers">How many workers, 1 or more.</param>
    /// <returns>A claim for each worker, to be disposed once it holds the slots or has died; null if fewer are free now.</returns>
    public IReadOnlyList<GpuClaim>? TryClaim(IReadOnlyList<Gpu> candidates, int count, int workers)
    {
        List<(Gpu Gpu, SlotLock Claim)> claimed = [];
        for (var i = 0; i < candidates.Count && claimed.Count < count * workers; i++)
        {
            if (TryClaim(candidates[i]) is { } claim)
            {
                claimed.Add((candidates[i], claim));
            }
        }

        if (claimed.Count == count * workers)
        {
            return [.. claimed.Chunk(count).Select(static of => new GpuClaim([.. of.Select(c => c.Gpu)], [.. of.Select(c => c.Claim)]))];
        }

        claimed.ForEach(static c => c.Claim.Dispose());
        return null;
    }

    /// <summary>Holds slots in this process, until disposed or until it ends. Only for slots that were claimed for it.</summary>
    /// <param name="slots">What <see cref="SlotsVariable"/> says.</param>
    /// <returns>Null if one of them is not free: then the claim was given back too early.</returns>
    public IDisposable? TryHold(string slots)
    {
        List<SlotLock> held = [];
        foreach (var slot in slots.Split(','))
        {
            if (!SlotLock.TryTake(directory, slot, out var taken))
            {
                new GpuClaim([], held).Dispose();
                return null;
            }

            held.Add(taken);
        }

        return new GpuClaim([], held);
    }

    private SlotLock? TryClaim(Gpu gpu)
    {
        if (!SlotLock.TryTake(directory, gpu.Slot + ".claim", out var claim))
        {
            return null;
        }

        if (SlotLock.TryTake(directory, gpu.Slot, out var free))
        {
            free.Dispose();
            return claim;
        }

        claim.Dispose();
        return null;
    }
}
