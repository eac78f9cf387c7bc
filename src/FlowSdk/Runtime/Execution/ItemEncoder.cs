using System.Buffers;
using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Goes through the items of a foreach, once, and keeps them in chunks: a million items need the memory of one chunk.</summary>
internal sealed class ItemEncoder(ArtifactStore artifacts, CancellationToken cancellation) : IForEachItemsVisitor
{
    private const int MaxChunkCount = 16 * 1024;
    private const int MaxChunkLength = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _pending = new();
    private readonly HashSet<ContentHash> _attachments = [];
    private readonly List<ItemChunk> _chunks = [];
    private string _typeName = "";
    private int _pendingCount;

    public IReadOnlyList<ItemChunk> Chunks => _chunks;

    public int Count { get; private set; }

    public static string TypeNameOf<T>() => TypeName<T>.Value;

    public void Visit<T>(IEnumerable<T> items)
    {
        _typeName = TypeNameOf<T>();
        var codec = Codecs<T>.Instance;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            using var encoded = ArtifactSerializer.Encode(codec, item, artifacts);
            Add(encoded);
        }

        Flush();
    }

    private void Add(EncodedValue item)
    {
        if (item.Bytes.Length > uint.MaxValue)
        {
            throw new FlowException(
                FlowErrors.ArtifactTooLarge,
                $"Item {Count} of the foreach has {item.Bytes.Length:N0} bytes, more than an item can have. Make it an artifact, and let the items say which part is whose.");
        }

        if (_pendingCount == MaxChunkCount || (_pendingCount > 0 && _pending.WrittenCount + item.Bytes.Length > MaxChunkLength))
        {
            Flush();
        }

        _attachments.UnionWith(item.Attachments);
        if (item.Bytes.Length > MaxChunkLength)
        {
            AddAlone(item);
            return;
        }

        WriteHeader(_pending, (uint)item.Bytes.Length);
        foreach (var part in item.Bytes)
        {
            _pending.Write(part.Span);
        }

        _pendingCount++;
        Count++;
    }

    // A large item is not copied: its own memory becomes part of the chunk.
    private void AddAlone(EncodedValue item)
    {
        WriteHeader(_pending, (uint)item.Bytes.Length);
        Count++;
        Save(1, [_pending.WrittenMemory, .. Parts(item.Bytes)]);
    }

    private void Flush()
    {
        if (_pendingCount > 0)
        {
            Save(_pendingCount, [_pending.WrittenMemory]);
        }
    }

    private void Save(int count, IEnumerable<ReadOnlyMemory<byte>> content)
    {
        var header = new byte[ItemChunkFormat.MaxHeaderLength];
        var bytes = ByteSegment.Join([header.AsMemory(0, ItemChunkFormat.WriteArrayHeader(header, count)), .. content]);
        using var chunk = new EncodedValue(bytes, [.. _attachments]);
        _chunks.Add(new(Count - count, count, artifacts.Save(_typeName, chunk)));
        _pending.ResetWrittenCount();
        _attachments.Clear();
        _pendingCount = 0;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            yield return part;
        }
    }

    private static void WriteHeader(ArrayBufferWriter<byte> output, uint length)
    {
        var header = output.GetSpan(ItemChunkFormat.MaxHeaderLength);
        output.Advance(ItemChunkFormat.WriteBinaryHeader(header, length));
    }

    private static class TypeName<T>
    {
        public static readonly string Value = typeof(T).ToString();
    }
}
