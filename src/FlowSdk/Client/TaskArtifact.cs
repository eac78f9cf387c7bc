using System.Security.Cryptography;

namespace FlowSdk;

/// <summary>An artifact that a finished task has.</summary>
public sealed class TaskArtifact
{
    private readonly ArtifactReference _reference;

    internal TaskArtifact(string name, ArtifactReference reference) => (Name, _reference) = (name, reference);

    /// <summary>The name of its property.</summary>
    public string Name { get; }

    /// <summary>The type that the property had when the artifact was kept, as C# writes it, with namespaces.</summary>
    public string Type => _reference.TypeName;

    /// <summary>The length of its encoding in bytes, before compression.</summary>
    public long Size => _reference.Length;

    /// <summary>
    /// The SHA-256 hash of its encoding, or for one of more than 64 MiB of the list of its chunks, as 64 hexadecimal digits in lower case. Artifacts of equal
    /// hash and type are equal.
    /// </summary>
    public string Hash => field ??= _reference.IsInline ? Convert.ToHexStringLower(SHA256.HashData(_reference.Inline.Span)) : _reference.Hash.ToString();

    internal ArtifactReference Reference => _reference;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Type}, {Size} bytes)";
}
