using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Marks the objects that references need: their own, and those on the lists that large values, files and directories consist of.</summary>
internal sealed class ReferenceMarks(IObjectStore store)
{
    private readonly ArtifactStore _artifacts = new(store);
    private readonly HashFilter _needed = new();

    /// <summary>Lists that were read. Not in the filter: it may take a new one for known, and then nothing on it would be marked.</summary>
    private readonly HashSet<ContentHash> _lists = [];

    /// <summary>Marks all that a reference needs.</summary>
    /// <exception cref="FlowException">A list of chunks or files is missing or damaged, so what it names is not known.</exception>
    public void Mark(ArtifactReference reference)
    {
        if (!reference.IsInline)
        {
            _needed.Add(reference.Hash);
            if (reference.Length > ArtifactManifest.ChunkLength && _lists.Add(reference.Hash))
            {
                MarkAll(_artifacts.ChunksOf(reference));
            }
        }

        foreach (var attachment in reference.Attachments)
        {
            _needed.Add(attachment);
            if (_lists.Add(attachment))
            {
                MarkAll(_artifacts.ChunksOfFiles(attachment));
            }
        }
    }

    /// <summary>Whether something that was marked needs an object. Rarely it says so of one that nothing needs.</summary>
    public bool MayNeed(ContentHash hash) => _needed.MayContain(hash);

    private void MarkAll(IEnumerable<ContentHash> hashes)
    {
        foreach (var hash in hashes)
        {
            _needed.Add(hash);
        }
    }
}
