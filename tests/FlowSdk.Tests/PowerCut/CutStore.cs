using FlowSdk.Storage;

namespace FlowSdk.Tests.PowerCut;

/// <summary>A store after a loss of power.</summary>
internal sealed record CutStore(CutDisk Disk, string Name, Survey Found)
{
    /// <summary>Whether an object had been synced.</summary>
    public bool IsSafe(string key) => Disk.IsSafe(Path.Combine(Name, LocalKeys.ToPath(key)));
}
