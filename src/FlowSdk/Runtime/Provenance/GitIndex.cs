using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FlowSdk.Runtime.Provenance;

/// <summary>The index of a git repository, versions 2 and 3 of <c>gitformat-index</c>: what is to be in the next commit, and what the files were like when git last looked.</summary>
internal sealed class GitIndex
{
    // Beyond, looking would keep a run waiting.
    private const int MaxEntries = 20_000;

    private const int HashSize = 20;

    private readonly List<GitIndexEntry> _entries;
    private readonly string? _tree;

    private GitIndex(List<GitIndexEntry> entries, string? tree) => (_entries, _tree) = (entries, tree);

    /// <summary>Reads an index.</summary>
    /// <returns>Null if it is of another version, or too large to go through.</returns>
    public static GitIndex? Parse(ReadOnlySpan<byte> index)
    {
        if (index.Length < 12 + HashSize || !index[..4].SequenceEqual("DIRC"u8) || BinaryPrimitives.ReadInt32BigEndian(index[4..]) is not (2 or 3))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32BigEndian(index[8..]);
        if (count is not (>= 0 and <= MaxEntries))
        {
            return null;
        }

        var entries = new List<GitIndexEntry>(count);
        var rest = index[12..^HashSize];
        for (; count > 0; count--)
        {
            entries.Add(GitIndexEntry.Read(rest, out var length));
            rest = rest[length..];
        }

        return new(entries, RootTree(rest));
    }

    /// <summary>Whether something is to be committed, or a file is not as it was when git looked.</summary>
    /// <param name="workTree">The folder of the files.</param>
    /// <param name="writtenAt">When the index was written, in UTC: what was changed at that time or later may have been overlooked.</param>
    /// <param name="committed">The tree of the commit that is checked out; null if that is not known.</param>
    public bool IsDirty(string workTree, DateTime writtenAt, string? committed) =>
        _tree == "" || (committed is not null && _tree is not null && _tree != committed) || _entries.Exists(entry => entry.IsChanged(workTree, writtenAt));

    // The extension TREE remembers the tree that the entries make up: the hash of it all is the first; empty once something was added.
    private static string? RootTree(ReadOnlySpan<byte> extensions)
    {
        for (; extensions.Length >= 8; extensions = extensions[(8 + BinaryPrimitives.ReadInt32BigEndian(extensions[4..]))..])
        {
            if (extensions[..4].SequenceEqual("TREE"u8))
            {
                // An empty path, its end, the number of entries or -1, a blank, the number of subtrees, a line feed, the hash.
                var root = extensions[9..];
                var line = root.IndexOf((byte)'\n');
                return int.Parse(Encoding.ASCII.GetString(root[..root.IndexOf((byte)' ')]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) < 0
                    ? ""
                    : Convert.ToHexStringLower(root.Slice(line + 1, HashSize));
            }
        }

        return null;
    }
}
