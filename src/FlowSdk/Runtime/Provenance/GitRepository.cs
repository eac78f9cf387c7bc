using System.IO.Compression;
using System.Text;

namespace FlowSdk.Runtime.Provenance;

/// <summary>The git repository that a program lies in, as its files tell: to start git would take longer than a small run.</summary>
/// <param name="workTree">The folder of the files.</param>
/// <param name="gitFolder">The folder of the repository, or of the work tree's share of it.</param>
/// <param name="commit">The commit that is checked out.</param>
internal sealed class GitRepository(string workTree, string gitFolder, string commit)
{
    /// <summary>The commit that is checked out.</summary>
    public string Commit { get; } = commit;

    /// <summary>Finds the repository around a folder.</summary>
    /// <returns>Null if there is none, or none with a commit.</returns>
    public static GitRepository? Find(string folder)
    {
        try
        {
            for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
            {
                var git = Path.Combine(parent.FullName, ".git");
                if (Directory.Exists(git) || File.Exists(git))
                {
                    var gitFolder = Directory.Exists(git) ? git : FolderOf(git);
                    return CommitOf(gitFolder) is { } commit ? new(parent.FullName, gitFolder, commit) : null;
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What cannot be read is not known: a run does not fail for it.
            return null;
        }
    }

    /// <summary>Whether a text is the hash of a commit.</summary>
    public static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether files that git knows differ from the commit, or are to be committed; files that git does not know do not count. Null if that cannot be told.</summary>
    public bool? IsDirty()
    {
        try
        {
            var index = new FileInfo(Path.Combine(gitFolder, "index"));
            if (!index.Exists || Commit.Length != 40)
            {
                return null;
            }

            return GitIndex.Parse(File.ReadAllBytes(index.FullName))?.IsDirty(workTree, index.LastWriteTimeUtc, TreeOf(Common(gitFolder), Commit));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            // As above; git may be writing just then.
            return null;
        }
    }

    // A work tree of another repository, or a submodule, has a file that says where its folder is.
    private static string FolderOf(string file)
    {
        var text = File.ReadAllText(file).Trim();
        return Path.GetFullPath(text.StartsWith("gitdir: ", StringComparison.Ordinal) ? text["gitdir: ".Length..] : text, Path.GetDirectoryName(file)!);
    }

    private static string Common(string gitFolder) =>
        Path.Combine(gitFolder, "commondir") is var file && File.Exists(file) ? Path.GetFullPath(File.ReadAllText(file).Trim(), gitFolder) : gitFolder;

    private static string? CommitOf(string gitFolder)
    {
        var head = File.ReadAllText(Path.Combine(gitFolder, "HEAD")).Trim();
        if (!head.StartsWith("ref: ", StringComparison.Ordinal))
        {
            return IsHash(head) ? head : null;
        }

        var name = head["ref: ".Length..];
        var common = Common(gitFolder);
        var file = Path.Combine(common, name);
        var commit = File.Exists(file) ? File.ReadAllText(file).Trim() : Packed(Path.Combine(common, "packed-refs"), name);
        return commit is not null && IsHash(commit) ? commit : null;
    }

    private static string? Packed(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.EndsWith($" {name}", StringComparison.Ordinal))?.Split(' ')[0]
        : null;

    // Null for a commit that lies in a pack, which is not looked into.
    private static string? TreeOf(string common, string commit)
    {
        var file = Path.Combine(common, "objects", commit[..2], commit[2..]);
        if (!File.Exists(file))
        {
            return null;
        }

        using var content = new ZLibStream(File.OpenRead(file), CompressionMode.Decompress);
        var begin = new byte[128];
        var text = Encoding.ASCII.GetString(begin, 0, content.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false));
        var tree = text.IndexOf("\0tree ", StringComparison.Ordinal) + "\0tree ".Length;
        return text.Length >= tree + commit.Length ? text.Substring(tree, commit.Length) : null;
    }
}
