using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>What a worker says when its task is over.</summary>
internal static class ResultMessage
{
    public static ReadOnlyMemory<byte> Write(PackBuffer buffer, FlowDefinition definition, long sequence, TaskResult result)
    {
        switch (result)
        {
            case TaskResult.Success success:
                MessageFrame.Begin(buffer, MessageType.Succeeded, 3);
                buffer.WriteInt64(sequence);
                WriteTransition(buffer, success.Transition);
                WriteChanges(buffer, definition, success.Changes);
                break;
            case TaskResult.Failure(var (kind, type, message, stackTrace), var mayRetry):
                MessageFrame.Begin(buffer, MessageType.Failed, 6);
                buffer.WriteInt64(sequence);
                buffer.WriteInt64((int)kind);
                buffer.WriteString(type);
                buffer.WriteString(message);
                buffer.WriteString(stackTrace);
                buffer.WriteBoolean(mayRetry);
                break;
        }

        return MessageFrame.End(buffer);
    }

    /// <summary>Reads what follows the sequence number of a <see cref="MessageType.Succeeded"/>.</summary>
    public static TaskResult.Success ReadSuccess(ref PackReader reader, FlowDefinition definition)
    {
        var transition = ReadTransition(ref reader);
        var count = reader.ReadArrayHeader() / 2;
        if (count == 0)
        {
            return new(transition, []);
        }

        var changes = new ArtifactChange[count];
        for (var i = 0; i < changes.Length; i++)
        {
            var artifact = reader.ReadInt32();
            changes[i] = new(artifact, ReferenceEncoding.Read(ref reader, definition.Artifacts[artifact].TypeName));
        }

        return new(transition, changes);
    }

    /// <summary>Reads what follows the sequence number of a <see cref="MessageType.Failed"/>.</summary>
    public static TaskResult.Failure ReadFailure(ref PackReader reader) => new(
        new((FailureKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadString()), reader.ReadBoolean());

    private static void WriteChanges(PackBuffer buffer, FlowDefinition definition, IReadOnlyList<ArtifactChange> changes)
    {
        buffer.WriteArrayHeader(changes.Count * 2);
        for (var i = 0; i < changes.Count; i++)
        {
            var (artifact, reference) = changes[i];
            buffer.WriteInt64(artifact);
            ReferenceEncoding.Write(buffer, reference, definition.Artifacts[artifact].TypeName);
        }
    }

    private static void WriteTransition(PackBuffer buffer, TakenTransition? transition)
    {
        if (transition is null)
        {
            buffer.WriteNil();
            return;
        }

        buffer.WriteArrayHeader(4);
        buffer.WriteInt64((int)transition.Kind);
        buffer.WriteInt64(transition.Count);
        buffer.WriteArrayHeader(transition.Targets.Count);
        foreach (var target in transition.Targets)
        {
            buffer.WriteInt64(target);
        }

        buffer.WriteArrayHeader(transition.Items.Count * 3);
        foreach (var chunk in transition.Items)
        {
            buffer.WriteInt64(chunk.First);
            buffer.WriteInt64(chunk.Count);
            ReferenceEncoding.Write(buffer, chunk.Content, declaredType: null);
        }
    }

    private static TakenTransition? ReadTransition(ref PackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        reader.ReadArrayHeader();
        var (kind, count) = ((TransitionKind)reader.ReadInt32(), reader.ReadInt32());
        var targets = new int[reader.ReadArrayHeader()];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = reader.ReadInt32();
        }

        var chunks = new ItemChunk[reader.ReadArrayHeader() / 3];
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = new(
                reader.ReadInt32(), reader.ReadInt32(), ReferenceEncoding.Read(ref reader, null) ?? throw new InvalidDataException("a chunk has no content"));
        }

        return new(kind, targets, count, chunks);
    }
}
