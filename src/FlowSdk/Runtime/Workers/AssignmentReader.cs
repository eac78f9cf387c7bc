using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>Reads the start messages that an <see cref="AssignmentWriter"/> wrote, and remembers what is not sent again.</summary>
internal sealed class AssignmentReader(FlowDefinition definition, IReadOnlyList<string> gpus)
{
    private readonly List<ItemChunk?> _chunks = [];
    private ArtifactTable? _table;

    public (long Sequence, TaskAssignment Task) Read(ref PackReader reader)
    {
        var sequence = reader.ReadInt64();
        var (taskId, step, attempt) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32());
        var frames = ReadFrames(ref reader);
        var table = ReadTable(ref reader);
        var join = ReadJoin(ref reader);
        return (sequence, new()
        {
            TaskId = taskId,
            Step = step,
            Attempt = attempt,
            Frames = frames,
            Artifacts = table,
            Join = join,
            Gang = ReadGang(ref reader),
            CatchArtifact = reader.TryReadNil() ? null : reader.ReadInt32(),
            Gpus = gpus,
        });
    }

    private AssignedFrame[] ReadFrames(ref PackReader reader)
    {
        var frames = new AssignedFrame[reader.ReadArrayHeader() / 5];
        for (var depth = 0; depth < frames.Length; depth++)
        {
            frames[depth] = new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), ReadChunk(ref reader, depth));
        }

        return frames;
    }

    private ItemChunk? ReadChunk(ref PackReader reader, int depth)
    {
        if (depth == _chunks.Count)
        {
            _chunks.Add(null);
        }

        if (reader.TryReadNil())
        {
            return null;
        }

        if (reader.IsArray)
        {
            reader.ReadArrayHeader();
            _chunks[depth] = new(
                reader.ReadInt32(), reader.ReadInt32(), ReferenceEncoding.Read(ref reader, null) ?? throw new InvalidDataException("a chunk has no content"));
        }
        else
        {
            reader.ReadInt64();
        }

        return _chunks[depth];
    }

    private ArtifactTable? ReadTable(ref PackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        if (!reader.IsArray)
        {
            reader.ReadInt64();
            return _table;
        }

        var references = new ArtifactReference?[reader.ReadArrayHeader()];
        for (var artifact = 0; artifact < references.Length; artifact++)
        {
            references[artifact] = ReferenceEncoding.Read(ref reader, definition.Artifacts[artifact].TypeName);
        }

        return _table = new(references);
    }

    private static AssignedJoin? ReadJoin(ref PackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        reader.ReadArrayHeader();
        var positions = new RecordPosition[reader.ReadArrayHeader() / 2];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new(reader.ReadInt32(), reader.ReadInt32());
        }

        var firstSteps = new int[reader.ReadArrayHeader()];
        for (var i = 0; i < firstSteps.Length; i++)
        {
            firstSteps[i] = reader.ReadInt32();
        }

        return new(positions, firstSteps);
    }

    private static Gang? ReadGang(ref PackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        reader.ReadArrayHeader();
        return new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
    }
}
