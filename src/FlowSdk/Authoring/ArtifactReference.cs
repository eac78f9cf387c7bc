namespace FlowSdk;

/// <summary>Where the encoded bytes of an artifact are: in the reference itself when they are few, else in the store under their hash.</summary>
/// <remarks>What is inline is decided by the length alone, so equal values always have equal references.</remarks>
internal sealed class ArtifactReference
{
    /// <summary>Up to this many encoded bytes travel inside the reference.</summary>
    public const int MaxInlineLength = 2048;

    /// <summary>The declared type, as C# writes it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The number of encoded bytes, before any compression.</summary>
    public required long Length { get; init; }

    /// <summary>The encoded bytes when <see cref="IsInline"/>; else empty.</summary>
    public ReadOnlyMemory<byte> Inline { get; init; }

    /// <summary>The key in the store when not <see cref="IsInline"/>: the hash of the encoded bytes, or of the manifest of their chunks.</summary>
    public ContentHash Hash { get; init; }

    /// <summary>Manifests of the files that the value holds.</summary>
    public IReadOnlyList<ContentHash> Attachments { get; init; } = [];

    /// <summary>Whether the bytes are in the reference itself.</summary>
    public bool IsInline => Length <= MaxInlineLength;

    /// <summary>Whether both stand for the same value of the same type.</summary>
    public bool SameContent(ArtifactReference other) =>
        ReferenceEquals(this, other)
        || (Length == other.Length
            && TypeName == other.TypeName
            && (IsInline ? Inline.Span.SequenceEqual(other.Inline.Span) : Hash == other.Hash));
}
