namespace FlowSdk.Storage;

/// <summary>What a store can do besides, if all who use it share a machine: locks that the operating system lets go when their holder dies.</summary>
internal interface IExclusiveLocks
{
    /// <summary>Takes a lock without waiting.</summary>
    /// <param name="key">The lock's name, a key that no object has.</param>
    /// <returns>What lets go of it when disposed, or null when someone holds it.</returns>
    IDisposable? TryTake(string key);

    /// <summary>Whether someone holds a lock, without disturbing anyone.</summary>
    bool IsHeld(string key);
}
