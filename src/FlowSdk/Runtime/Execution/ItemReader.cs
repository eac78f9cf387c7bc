using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Reads items of foreachs. The chunks read last are kept, since neighbours are asked for next.</summary>
internal sealed class ItemReader(FlowDefinition definition, ArtifactStore artifacts)
{
    private readonly (ItemChunk? Chunk, ItemChunkContent? Content)[] _recent = new (ItemChunk?, ItemChunkContent?)[4];
    private readonly Lock _gate = new();
    private int _oldest;

    /// <summary>The item of a foreach that a task is one of.</summary>
    public object? Read(AssignedFrame frame)
    {
        var chunk = frame.Items!;
        var bytes = ContentOf(chunk)[frame.Index];
        return TypeOf(frame, chunk).Accept(new Decoder(bytes, artifacts));
    }

    private ItemChunkContent ContentOf(ItemChunk chunk)
    {
        lock (_gate)
        {
            foreach (var (known, content) in _recent)
            {
                if (ReferenceEquals(known, chunk))
                {
                    return content!;
                }
            }

            var read = new ItemChunkContent(chunk, artifacts.Get(chunk.Content));
            _recent[_oldest] = (chunk, read);
            _oldest = (_oldest + 1) % _recent.Length;
            return read;
        }
    }

    // A step may lead to one body with items of several types; the chunk says which it has.
    private ItemType TypeOf(AssignedFrame frame, ItemChunk chunk)
    {
        var target = definition.Steps[frame.Target].Name;
        foreach (var transition in definition.Steps[frame.SplitStep].Transitions)
        {
            if (transition.ItemType is { } type && transition.Targets[0] == target && type.Accept(TypeNamer.Instance) == chunk.Content.TypeName)
            {
                return type;
            }
        }

        throw new FlowException(
            FlowErrors.ArtifactTypeMismatch,
            $"The items of the foreach in step '{definition.Steps[frame.SplitStep].Name}' were kept as {chunk.Content.TypeName}, which this program does not know. Run the flow again.");
    }

    private sealed class Decoder(System.Buffers.ReadOnlySequence<byte> bytes, IFileStore files) : IItemTypeVisitor<object?>
    {
        public object? Visit<T>() => ArtifactSerializer.Decode(Codecs<T>.Instance, bytes, files);
    }

    private sealed class TypeNamer : IItemTypeVisitor<string>
    {
        public static TypeNamer Instance { get; } = new();

        public string Visit<T>() => ItemEncoder.TypeNameOf<T>();
    }
}
