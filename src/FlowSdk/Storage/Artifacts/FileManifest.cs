using System.Buffers.Binary;
using System.Text;

namespace FlowSdk.Storage;

/// <summary>
/// What stands for a stored file or directory: the mark <c>FLOWDIR1</c>, the number of files (4 bytes), and for each the length of its path
/// in bytes (4 bytes; 0 for a file that is not in a directory), the path in UTF-8 with slashes, its length in bytes (8 bytes) and the hash of each chunk of 8 MiB. All numbers are
/// little-endian. Files are in the order of their paths.
/// </summary>
internal static class FileManifest
{
    public const int ChunkLength = 8 << 20;

    private static ReadOnlySpan<byte> Mark => "FLOWDIR1"u8;

    public static int CountOf(long length) => checked((int)((length + ChunkLength - 1) / ChunkLength));

    public static int LengthOf(long length, int chunk) => (int)Math.Min(ChunkLength, length - (long)chunk * ChunkLength);

    public static byte[] Write(IReadOnlyList<StoredFile> files)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(files.Count);
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        foreach (var file in files)
        {
            var path = Encoding.UTF8.GetBytes(file.RelativePath);
            writer.Write(path.Length);
            writer.Write(path);
            writer.Write(file.Length);
            foreach (var chunk in file.Chunks)
            {
                chunk.Write(bytes);
                writer.Write(bytes);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<StoredFile> Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("it is no list of files");
        }

        var rest = bytes[Mark.Length..];
        var files = new List<StoredFile>();
        for (var count = BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, 4)); count > 0; count--)
        {
            var path = Encoding.UTF8.GetString(Take(ref rest, BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, 4))));
            var length = BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, 8));
            var hashes = Take(ref rest, (long)CountOf(length) * ContentHash.Size);
            var chunks = new ContentHash[CountOf(length)];
            for (var i = 0; i < chunks.Length; i++)
            {
                chunks[i] = ContentHash.Read(hashes[(i * ContentHash.Size)..]);
            }

            files.Add(new(path, length, chunks));
        }

        return files;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, long count)
    {
        if (count < 0 || count > rest.Length)
        {
            throw new InvalidDataException("it ends too early");
        }

        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}
