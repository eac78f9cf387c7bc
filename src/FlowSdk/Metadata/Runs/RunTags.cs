using System.Buffers;
using System.Text;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>The tags of a run, which anyone may change at any time: an object beside the journal, one tag a line, once they differ from those that the run was started with.</summary>
internal sealed class RunTags(IObjectStore store, RunPaths paths)
{
    /// <summary>The tags as they are now, in order; null if they are those of the start.</summary>
    public async ValueTask<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellation = default) => (await LoadAsync(cancellation))?.Tags;

    /// <summary>Changes the tags; when someone else does so meanwhile, once more from theirs.</summary>
    /// <param name="atStart">The tags that the run was started with.</param>
    /// <param name="change">Gives the new tags for the old.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tags as they are now, in order.</returns>
    public async ValueTask<IReadOnlyList<string>> ChangeAsync(
        IReadOnlyList<string> atStart, Func<IReadOnlyList<string>, IEnumerable<string>> change, CancellationToken cancellation = default)
    {
        while (true)
        {
            var old = await LoadAsync(cancellation);
            string[] tags = [.. change(old?.Tags ?? Sorted(atStart))];
            if (tags.FirstOrDefault(static tag => tag.Length == 0 || tag.AsSpan().ContainsAny('\n', '\r')) is not null)
            {
                throw new ArgumentException("A tag is one line of text that is not empty.", nameof(change));
            }

            tags = Sorted(tags);
            var content = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(string.Concat(tags.Select(static tag => tag + "\n"))));
            var written = old is { Version: var version }
                ? await store.ReplaceAsync(paths.Tags, version, content, cancellation)
                : await store.PutIfAbsentAsync(paths.Tags, content, cancellation);
            if (written is not null)
            {
                return tags;
            }
        }
    }

    private static string[] Sorted(IEnumerable<string> tags) => [.. tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async ValueTask<(IReadOnlyList<string> Tags, string Version)?> LoadAsync(CancellationToken cancellation)
    {
        if (await store.FindAsync(paths.Tags, cancellation) is not { } found)
        {
            return null;
        }

        // Between looking and reading it may have grown: then a byte more comes than was asked for room for.
        for (var size = found.Length + 1; ; size *= 2)
        {
            var buffer = new byte[size];
            if (await store.ReadAsync(paths.Tags, 0, buffer, cancellation) is not { } read)
            {
                return null;
            }

            if (read.Count < size)
            {
                return (Encoding.UTF8.GetString(buffer, 0, read.Count).Split('\n', StringSplitOptions.RemoveEmptyEntries), read.Object.Version);
            }
        }
    }
}
