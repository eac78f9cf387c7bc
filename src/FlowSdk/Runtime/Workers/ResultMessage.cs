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
                TransitionEncoding.Write(buffer, success.Transition);
                WriteChanges(buffer, definition, success.Changes);
                break;
            case TaskResult.Failure(var (kind, type, message, stackTrace), var mayRetry) failure:
                MessageFrame.Begin(buffer, MessageType.Failed, 7);
                buffer.WriteInt64(sequence);
                buffer.WriteInt64((int)kind);
                buffer.WriteString(type);
                buffer.WriteString(message);
                buffer.WriteString(stackTrace);
                buffer.WriteBoolean(mayRetry);
                WriteChanges(buffer, definition, failure.Changes);
                break;
        }

        return MessageFrame.End(buffer);
    }

    /// <summary>Reads what follows the sequence number of a <see cref="MessageType.Succeeded"/>.</summary>
    public static TaskResult.Success ReadSuccess(ref PackReader reader, FlowDefinition definition) =>
        new(TransitionEncoding.Read(ref reader), ReadChanges(ref reader, definition));

    /// <summary>Reads what follows the sequence number of a <see cref="MessageType.Failed"/>.</summary>
    public static TaskResult.Failure ReadFailure(ref PackReader reader, FlowDefinition definition) => new(
        new((FailureKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadString()), reader.ReadBoolean())
    {
        Changes = ReadChanges(ref reader, definition),
    };

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

    private static ArtifactChange[] ReadChanges(ref PackReader reader, FlowDefinition definition)
    {
        var count = reader.ReadArrayHeader() / 2;
        if (count == 0)
        {
            return [];
        }

        var changes = new ArtifactChange[count];
        for (var i = 0; i < changes.Length; i++)
        {
            var artifact = reader.ReadInt32();
            changes[i] = new(artifact, ReferenceEncoding.Read(ref reader, definition.Artifacts[artifact].TypeName));
        }

        return changes;
    }
}
