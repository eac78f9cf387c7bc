namespace FlowSdk.Metadata;

/// <summary>The MessagePack of references to artifacts: nil, or the type (nil if it is the declared one), then the bytes, or length and hash, then hashes of attachments.</summary>
internal static class ReferenceEncoding
{
    public static void Write(PackBuffer buffer, ArtifactReference? reference, string? declaredType)
    {
        if (reference is null)
        {
            buffer.WriteNil();
            return;
        }

        buffer.WriteArrayHeader((reference.IsInline ? 2 : 3) + reference.Attachments.Count);
        buffer.WriteString(reference.TypeName == declaredType ? null : reference.TypeName);
        if (reference.IsInline)
        {
            buffer.WriteBytes(reference.Inline.Span);
        }
        else
        {
            buffer.WriteInt64(reference.Length);
            WriteHash(buffer, reference.Hash);
        }

        foreach (var attachment in reference.Attachments)
        {
            WriteHash(buffer, attachment);
        }
    }

    public static ArtifactReference? Read(ref PackReader reader, string? declaredType)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var count = reader.ReadArrayHeader();
        var type = reader.ReadOptionalString() ?? declaredType ?? throw new InvalidDataException("it lacks a type");
        if (reader.IsBytes)
        {
            var bytes = reader.ReadBytes().ToArray();
            return new() { TypeName = type, Length = bytes.Length, Inline = bytes, Attachments = ReadHashes(ref reader, count - 2) };
        }

        return new() { TypeName = type, Length = reader.ReadInt64(), Hash = ReadHash(ref reader), Attachments = ReadHashes(ref reader, count - 3) };
    }

    private static void WriteHash(PackBuffer buffer, ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.Write(bytes);
        buffer.WriteBytes(bytes);
    }

    private static ContentHash[] ReadHashes(ref PackReader reader, int count)
    {
        if (count <= 0)
        {
            return [];
        }

        var hashes = new ContentHash[count];
        foreach (ref var hash in hashes.AsSpan())
        {
            hash = ReadHash(ref reader);
        }

        return hashes;
    }

    private static ContentHash ReadHash(ref PackReader reader) =>
        reader.ReadBytes() is { Length: ContentHash.Size } bytes ? ContentHash.Read(bytes) : throw new InvalidDataException("it has a hash of the wrong length");
}
