namespace FlowSdk.Tests.PowerCut;

/// <summary>The content of a file, whatever its name: what was written to it, and how much of that is synced.</summary>
internal sealed class DiskFile
{
    private readonly List<byte> _bytes = [];
    private int _synced;

    public bool IsSynced => _synced == _bytes.Count;

    public void Write(byte[] bytes) => _bytes.AddRange(bytes);

    public void Sync() => _synced = _bytes.Count;

    /// <summary>What a loss of power leaves of it.</summary>
    public byte[] After(Loss loss, Random random)
    {
        var chosen = loss is Loss.Random ? (Loss)random.Next((int)Loss.Random) : loss;
        var unsynced = _bytes.Count - _synced;
        return chosen switch
        {
            Loss.Nothing => [.. _bytes],
            Loss.Contents or Loss.Everything => [.. _bytes[.._synced]],
            Loss.ContentsButLength => [.. _bytes[.._synced], .. new byte[unsynced]],
            _ => [.. _bytes[..(_synced + random.Next(unsynced + 1))], .. new byte[random.Next(2) * random.Next(unsynced + 1)]],
        };
    }
}
