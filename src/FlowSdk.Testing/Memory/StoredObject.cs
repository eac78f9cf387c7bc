using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Memory;

/// <summary>The bytes of an object, and what is known of it.</summary>
internal sealed class StoredObject
{
    private readonly ArrayBufferWriter<byte> _content = new();

    public ObjectInfo Info { get; private set; } = new("", 0, "", default);

    public void Append(ReadOnlySequence<byte> content)
    {
        foreach (var part in content)
        {
            _content.Write(part.Span);
        }
    }

    public int Read(long offset, Span<byte> destination)
    {
        if (offset >= _content.WrittenCount)
        {
            return 0;
        }

        var rest = _content.WrittenSpan[(int)offset..];
        var count = Math.Min(rest.Length, destination.Length);
        rest[..count].CopyTo(destination);
        return count;
    }

    public void Stamp(string key, string version, DateTimeOffset at) => Info = new(key, _content.WrittenCount, version, at);
}
