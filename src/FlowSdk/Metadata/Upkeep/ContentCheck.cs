using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads objects under hashes and compares them with their hashes, each once, and remembers who needs those that are broken.</summary>
internal sealed class ContentCheck(IObjectStore store)
{
    private readonly ContentStore _content = new(store);
    private readonly ArtifactStore _artifacts = new(store);
    private readonly Dictionary<ContentHash, StoreFinding?> _checked = [];
    private byte[] _buffer = [];

    /// <summary>What was read.</summary>
    public ObjectTally Tally { get; private set; }

    /// <summary>What is broken, in the order of the keys.</summary>
    public IEnumerable<StoreFinding> Findings => _checked.Values.OfType<StoreFinding>().OrderBy(static finding => finding.Subject, StringComparer.Ordinal);

    /// <summary>Checks all that a reference needs.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="user">Who needs it.</param>
    public void Check(ArtifactReference reference, string user)
    {
        if (!reference.IsInline && Check(reference.Hash, user) && reference.Length > ArtifactManifest.ChunkLength)
        {
            CheckList(reference.Hash, user, () => _artifacts.ChunksOf(reference));
        }

        foreach (var attachment in reference.Attachments)
        {
            if (Check(attachment, user))
            {
                CheckList(attachment, user, () => _artifacts.ChunksOfFiles(attachment));
            }
        }
    }

    /// <summary>Checks all objects that were not checked: those that nothing needs.</summary>
    public async Task CheckOthersAsync(CancellationToken cancellation)
    {
        await foreach (var found in RunFolders.ObjectsAsync(store, ContentObject.Root, cancellation))
        {
            if (ContentObject.HashOf(found.Key) is { } hash)
            {
                Check(hash, null);
            }
        }
    }

    private bool Check(ContentHash hash, string? user)
    {
        if (!_checked.TryGetValue(hash, out var finding))
        {
            finding = Read(hash, () => Tally = Tally.Add(_content.Get(hash, null, Buffer).Length));
            _checked.Add(hash, finding);
        }

        if (user is not null)
        {
            finding?.AddUser(user);
        }

        return finding is null;
    }

    private void CheckList(ContentHash list, string user, Func<IEnumerable<ContentHash>> chunks)
    {
        var finding = Read(list, () =>
        {
            foreach (var chunk in chunks())
            {
                Check(chunk, user);
            }
        });
        if (finding is not null)
        {
            finding.AddUser(user);
            _checked[list] = finding;
        }
    }

    private static StoreFinding? Read(ContentHash hash, Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FlowException exception) when (exception.Id is FlowErrors.ObjectDamaged or FlowErrors.ObjectMissing)
        {
            return new(exception.Id, ContentObject.KeyOf(hash), true, exception.Message);
        }
    }

    private Memory<byte> Buffer(int length)
    {
        if (_buffer.Length < length)
        {
            _buffer = GC.AllocateUninitializedArray<byte>(length);
        }

        return _buffer.AsMemory(0, length);
    }
}
