using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>
/// Writes the start messages of one worker. Tasks of a foreach have their table of artifacts and their chunk of items in common;
/// what the worker was sent with the task before is not sent again.
/// </summary>
internal sealed class AssignmentWriter(FlowDefinition definition)
{
    private readonly List<ItemChunk?> _sentChunks = [];
    private ArtifactTable? _sentTable;

    public ReadOnlyMemory<byte> Write(PackBuffer buffer, long sequence, TaskAssignment task)
    {
        MessageFrame.Begin(buffer, MessageType.Start, 9);
        buffer.WriteInt64(sequence);
        buffer.WriteInt64(task.TaskId);
        buffer.WriteInt64(task.Step);
        buffer.WriteInt64(task.Attempt);
        WriteFrames(buffer, task.Frames);
        WriteTable(buffer, task.Artifacts);
        WriteJoin(buffer, task.Join);
        WriteGang(buffer, task.Gang);
        WriteCatch(buffer, task.CatchArtifact);
        return MessageFrame.End(buffer);
    }

    private void WriteFrames(PackBuffer buffer, IReadOnlyList<AssignedFrame> frames)
    {
        buffer.WriteArrayHeader(frames.Count * 5);
        for (var depth = 0; depth < frames.Count; depth++)
        {
            var frame = frames[depth];
            buffer.WriteInt64(frame.SplitStep);
            buffer.WriteInt64(frame.Target);
            buffer.WriteInt64(frame.Index);
            buffer.WriteInt64(frame.Count);
            WriteChunk(buffer, depth, frame.Items);
        }
    }

    private void WriteChunk(PackBuffer buffer, int depth, ItemChunk? chunk)
    {
        if (depth == _sentChunks.Count)
        {
            _sentChunks.Add(null);
        }

        if (chunk is null)
        {
            buffer.WriteNil();
        }
        else if (ReferenceEquals(chunk, _sentChunks[depth]))
        {
            buffer.WriteInt64(0);
        }
        else
        {
            _sentChunks[depth] = chunk;
            buffer.WriteArrayHeader(3);
            buffer.WriteInt64(chunk.First);
            buffer.WriteInt64(chunk.Count);
            ReferenceEncoding.Write(buffer, chunk.Content, declaredType: null);
        }
    }

    private void WriteTable(PackBuffer buffer, ArtifactTable? table)
    {
        if (table is null)
        {
            buffer.WriteNil();
            return;
        }

        if (ReferenceEquals(table, _sentTable))
        {
            buffer.WriteInt64(0);
            return;
        }

        _sentTable = table;
        buffer.WriteArrayHeader(table.Count);
        for (var artifact = 0; artifact < table.Count; artifact++)
        {
            ReferenceEncoding.Write(buffer, table[artifact], definition.Artifacts[artifact].TypeName);
        }
    }

    private static void WriteJoin(PackBuffer buffer, AssignedJoin? join)
    {
        if (join is null)
        {
            buffer.WriteNil();
            return;
        }

        buffer.WriteArrayHeader(2);
        buffer.WriteArrayHeader(join.Positions.Count * 2);
        foreach (var (segment, offset) in join.Positions)
        {
            buffer.WriteInt64(segment);
            buffer.WriteInt64(offset);
        }

        buffer.WriteArrayHeader(join.FirstSteps.Count);
        foreach (var step in join.FirstSteps)
        {
            buffer.WriteInt64(step);
        }
    }

    private static void WriteCatch(PackBuffer buffer, int? artifact)
    {
        if (artifact is { } number)
        {
            buffer.WriteInt64(number);
        }
        else
        {
            buffer.WriteNil();
        }
    }

    private static void WriteGang(PackBuffer buffer, Gang? gang)
    {
        if (gang is null)
        {
            buffer.WriteNil();
            return;
        }

        buffer.WriteArrayHeader(3);
        buffer.WriteInt64(gang.Index);
        buffer.WriteInt64(gang.Count);
        buffer.WriteString(gang.MainAddress);
    }
}
