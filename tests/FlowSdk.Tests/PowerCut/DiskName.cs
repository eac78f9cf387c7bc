namespace FlowSdk.Tests.PowerCut;

/// <summary>What a name has stood for: a file, a folder (which has no content), or nothing; and since when that is synced.</summary>
internal sealed class DiskName
{
    public static readonly DiskFile Folder = new();

    private readonly List<DiskFile?> _meanings = [null];
    private int _synced;

    public DiskFile? Now => _meanings[^1];

    public bool IsSynced => _synced == _meanings.Count - 1;

    public void Set(DiskFile? meaning) => _meanings.Add(meaning);

    public void Sync() => _synced = _meanings.Count - 1;

    /// <summary>What it stands for after a loss of power.</summary>
    public DiskFile? After(Loss loss, Random random) => loss switch
    {
        Loss.Everything => _meanings[_synced],
        Loss.Random => _meanings[random.Next(_synced, _meanings.Count)],
        _ => Now,
    };
}
