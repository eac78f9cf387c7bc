using FlowSdk.Serialization;

namespace FlowSdk;

/// <summary>A file or a directory of any size as an artifact, or in one. Its content is streamed: it is never in memory as a whole.</summary>
/// <remarks>
/// It begins as a local file and is stored when the step that made it ends; until then the file must stay where it is.
/// From then on it reads from the store, on any machine. What is in the store never changes.
/// </remarks>
public sealed class ArtifactFile
{
    private readonly Lock _gate = new();
    private readonly string? _path;
    private volatile StoredFile? _stored;

    internal ArtifactFile(string name, bool isDirectory, long length, ContentHash manifest, IFileStore? store)
    {
        (Name, IsDirectory, Length) = (name, isDirectory, length);
        _stored = new(manifest, store);
    }

    private ArtifactFile(string path, bool isDirectory, long length)
    {
        _path = path;
        (Name, IsDirectory, Length) = (Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), isDirectory, length);
    }

    /// <summary>The name of the file or directory, without the directory that it was in.</summary>
    public string Name { get; }

    /// <summary>Whether it is a directory.</summary>
    public bool IsDirectory { get; }

    /// <summary>The length in bytes; of a directory, that of all its files together. For a local one, as it was when this object was made.</summary>
    public long Length { get; private set; }

    /// <summary>The paths of a directory's files in it, subdirectories included, with slashes, in ordinal order; for a file, its name alone.</summary>
    public IReadOnlyList<string> Files => !IsDirectory ? [Name]
        : _stored is { } stored ? [.. stored.Store.List(stored.Manifest).Select(f => f.RelativePath).Order(StringComparer.Ordinal)]
        : [.. LocalFiles().Select(f => Path.GetRelativePath(_path!, f).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];

    /// <summary>Takes a local file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The file, to be stored when the step ends.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ArtifactFile FromFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(file.FullName, false, file.Length) : throw new FileNotFoundException($"There is no file '{path}' to make an artifact of.", path);
    }

    /// <summary>Takes a local directory with all that is in it. Empty directories are not kept.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The directory, to be stored when the step ends.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static ArtifactFile FromDirectory(string path)
    {
        var directory = new DirectoryInfo(path);
        return directory.Exists
            ? new(directory.FullName, true, directory.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length))
            : throw new DirectoryNotFoundException($"There is no directory '{path}' to make an artifact of.");
    }

    /// <summary>Opens the file for reading.</summary>
    /// <returns>A stream at the beginning; the caller disposes it.</returns>
    /// <exception cref="InvalidOperationException">It is a directory.</exception>
    public Stream OpenRead()
    {
        if (IsDirectory)
        {
            throw new InvalidOperationException($"'{Name}' is a directory: name one of its files, OpenRead(\"file.txt\").");
        }

        return _stored is { } stored ? stored.Store.Open(stored.Manifest, "") : File.OpenRead(_path!);
    }

    /// <summary>Opens a file of the directory for reading.</summary>
    /// <param name="relativePath">Its path in the directory, one of <see cref="Files"/>.</param>
    /// <returns>A stream at the beginning; the caller disposes it.</returns>
    /// <exception cref="FileNotFoundException">The directory holds no such file.</exception>
    public Stream OpenRead(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        var path = relativePath.Replace('\\', '/');
        if (!IsDirectory && path == Name)
        {
            return OpenRead();
        }

        if (!IsDirectory || !Files.Contains(path))
        {
            throw new FileNotFoundException($"'{Name}' holds no file '{relativePath}'. What it holds is in Files.", relativePath);
        }

        return _stored is { } stored ? stored.Store.Open(stored.Manifest, path) : File.OpenRead(Path.Combine(_path!, path));
    }

    /// <summary>Writes the content to a local path: a file as that file, a directory as that directory, which is created.</summary>
    /// <param name="path">The path. A file that is there is replaced.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="FlowException">The stored directory names a file outside of itself.</exception>
    public async Task CopyToAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsDirectory)
        {
            await CopyAsync(OpenRead(), path, cancellation).ConfigureAwait(false);
            return;
        }

        var root = Directory.CreateDirectory(path).FullName;
        foreach (var file in Files)
        {
            await CopyAsync(OpenRead(file), PathUnder(root, file), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>Stores the content, if that was not done yet. What comes from another run, or from another store, is kept here as well.</summary>
    internal ContentHash StoreIn(IFileStore store)
    {
        lock (_gate)
        {
            if (_stored is null)
            {
                var manifest = store.Store(_path!);
                Length = store.List(manifest).Sum(f => f.Length);
                _stored = new(manifest, store);
            }
            else if (!_stored.IsIn(store))
            {
                store.Keep(_stored.Manifest, _stored.Store);
                _stored = new(_stored.Manifest, store);
            }

            return _stored.Manifest;
        }
    }

    private static async Task CopyAsync(Stream source, string path, CancellationToken cancellation)
    {
        await using (source.ConfigureAwait(false))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var target = File.Create(path);
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, cancellation).ConfigureAwait(false);
            }
        }
    }

    // The names come out of a store that others may have written to.
    private string PathUnder(string root, string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new FlowException(FlowErrors.ArtifactDamaged, $"The stored directory '{Name}' names the file '{file}', which is outside of it. It was not copied.");
    }

    private IEnumerable<string> LocalFiles() => Directory.EnumerateFiles(_path!, "*", SearchOption.AllDirectories);

    private sealed class StoredFile(ContentHash manifest, IFileStore? store)
    {
        public ContentHash Manifest { get; } = manifest;

        /// <summary>Whether it came out of this very store, or was put there.</summary>
        public bool IsIn(IFileStore other) => ReferenceEquals(store, other);

        public IFileStore Store => store ?? throw new FlowException(FlowErrors.ObjectMissing, "The content of a stored file was asked for where there is no store. Read it from within a step, or through FlowClient.");
    }
}
