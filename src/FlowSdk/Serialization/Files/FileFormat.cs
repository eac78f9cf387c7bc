using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Files: their names and lengths, and the manifest under which the store keeps their content.</summary>
internal static class FileFormat
{
    private static readonly MemberNames _names = new("Name", "IsDirectory", "Length", "Manifest");

    public static void WriteFile(ref MessagePackWriter writer, ArtifactFile? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var manifest = value.StoreIn(writer.Files ?? throw new EncodingException(
            FlowErrors.ArtifactNotPersistable, "a file cannot be stored here. Files are for artifacts and parameters of a run"));
        writer.Attach(manifest);
        Span<byte> hash = stackalloc byte[ContentHash.Size];
        manifest.Write(hash);
        writer.WriteMapHeader(4);
        writer.WriteName("Name"u8);
        writer.WriteString(value.Name);
        writer.WriteName("IsDirectory"u8);
        writer.WriteBoolean(value.IsDirectory);
        writer.WriteName("Length"u8);
        writer.WriteInt64(value.Length);
        writer.WriteName("Manifest"u8);
        writer.WriteBytes(hash);
    }

    public static ArtifactFile? ReadFile(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var start = reader.Position;
        if (reader.TryReadLenientText(out var path))
        {
            return Directory.Exists(path) ? ArtifactFile.FromDirectory(path)
                : File.Exists(path) ? ArtifactFile.FromFile(path)
                : throw DecodingException.Mismatch("the path of a file or a directory", $"\"{path}\", which does not exist", start);
        }

        string? name = null;
        var isDirectory = false;
        var length = 0L;
        byte[] manifest = [];
        var member = -1;
        for (var count = reader.ReadMapHeader(); count > 0; count--)
        {
            member = reader.ReadMember(_names, member + 1);
            switch (member)
            {
                case 0:
                    name = reader.ReadText();
                    break;
                case 1:
                    isDirectory = reader.ReadBoolean();
                    break;
                case 2:
                    length = reader.ReadInt64();
                    break;
                case 3:
                    manifest = reader.ReadBytes();
                    break;
                default:
                    break;
            }
        }

        return name is not null && manifest.Length == ContentHash.Size && length >= 0
            ? new ArtifactFile(name, isDirectory, length, ContentHash.Read(manifest), reader.Files)
            : throw DecodingException.Damaged("this is no stored file", start);
    }

    public static void WriteIncluded(ref MessagePackWriter writer, IncludedFile? value) => WriteFile(ref writer, value?.File);

    public static IncludedFile? ReadIncluded(ref MessagePackReader reader)
    {
        var start = reader.Position;
        return ReadFile(ref reader) switch
        {
            null => null,
            { IsDirectory: true } => throw DecodingException.Mismatch("a file", "a directory", start),
            var file => new IncludedFile(file),
        };
    }
}
