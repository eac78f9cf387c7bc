using System.Buffers;
using System.IO.Enumeration;
using FlowSdk.Serialization;

namespace FlowSdk.Storage;

internal sealed partial class ArtifactStore : IFileStore
{
    /// <summary>Stores a file or directory, streamed. Empty directories are not kept.</summary>
    public ContentHash Store(string path)
    {
        var files = new List<StoredFile>();
        if (Directory.Exists(path))
        {
            foreach (var relative in FilesOf(path))
            {
                files.Add(StoreFile(Path.Combine(path, relative), relative.Replace('\\', '/')));
            }

            files.Sort(static (x, y) => string.CompareOrdinal(x.RelativePath, y.RelativePath));
        }
        else
        {
            files.Add(StoreFile(path, ""));
        }

        var manifest = FileManifest.Write(files);
        var hash = ContentHasher.Hash(manifest);
        _content.Put(hash, new(manifest));
        return hash;
    }

    public void Keep(ContentHash manifest, IFileStore source)
    {
        var from = (ArtifactStore)source;
        foreach (var file in from.Files(manifest))
        {
            ChunkLoop.Run(file.Chunks.Count, number =>
            {
                var (hash, length) = (file.Chunks[number], FileManifest.LengthOf(file.Length, number));
                if (!_content.Keep(hash, length))
                {
                    _content.Put(hash, new(from._content.Get(hash, length, Allocate)));
                }
            });
        }

        // The chunks come first: a manifest that can be read has all of them.
        _content.Put(manifest, new(from._content.Get(manifest, null, Allocate)));
    }

    public Stream Open(ContentHash manifest, string relativePath)
    {
        var file = Files(manifest).FirstOrDefault(file => file.RelativePath == relativePath) ?? throw new FlowException(
            FlowErrors.ObjectMissing, $"The stored directory has no file '{relativePath}'. Paths have slashes, on every system, and are case-sensitive.");
        return new ChunkStream(file, (hash, length, buffer) => _content.Get(hash, length, _ => buffer.AsMemory(0, length)));
    }

    public IReadOnlyList<(string RelativePath, long Length)> List(ContentHash manifest) => [.. Files(manifest).Select(static file => (file.RelativePath, file.Length))];

    /// <summary>The hashes of the chunks of a stored file or directory.</summary>
    /// <exception cref="FlowException">The list of them is missing or damaged.</exception>
    public IEnumerable<ContentHash> ChunksOfFiles(ContentHash manifest) => Files(manifest).SelectMany(static file => file.Chunks);

    private static FileSystemEnumerable<string> FilesOf(string directory)
    {
        var root = Path.GetFullPath(directory);
        return new FileSystemEnumerable<string>(
            root,
            (ref entry) => Path.GetRelativePath(root, entry.ToFullPath()),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory,
            // A linked directory may contain the one that links to it.
            ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
    }

    private StoredFile StoreFile(string path, string relativePath)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var length = RandomAccess.GetLength(handle);
        var chunks = new ContentHash[FileManifest.CountOf(length)];
        ChunkLoop.Run(chunks.Length, number =>
        {
            var offset = (long)number * FileManifest.ChunkLength;
            var size = FileManifest.LengthOf(length, number);
            var buffer = ArrayPool<byte>.Shared.Rent(size);
            var count = 0;
            while (count < size && RandomAccess.Read(handle, buffer.AsSpan(count, size - count), offset + count) is > 0 and var read)
            {
                count += read;
            }

            if (count < size)
            {
                throw new IOException($"'{path}' became shorter while it was stored. Write it to the end before it is handed over.");
            }

            var content = new ReadOnlySequence<byte>(buffer, 0, size);
            chunks[number] = ContentHasher.Hash(content);
            _content.Put(chunks[number], content);
            ArrayPool<byte>.Shared.Return(buffer);
        });
        return new(relativePath, length, chunks);
    }

    private IReadOnlyList<StoredFile> Files(ContentHash manifest)
    {
        try
        {
            return FileManifest.Read(_content.Get(manifest, null, Allocate).Span);
        }
        catch (InvalidDataException exception)
        {
            throw new FlowException(
                FlowErrors.ObjectDamaged, $"The object '{ContentObject.KeyOf(manifest)}' in {_content.Location} should list stored files, but {exception.Message}.", exception);
        }
    }
}
