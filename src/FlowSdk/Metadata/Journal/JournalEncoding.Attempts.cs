namespace FlowSdk.Metadata;

internal sealed partial class JournalEncoding
{
    private const int AttemptFailedLength = 14;

    private void Write(PackBuffer buffer, TaskStartedRecord record)
    {
        buffer.WriteArrayHeader(8);
        buffer.WriteInt64(record.TaskId);
        WriteKey(buffer, record.Key);
        buffer.WriteInt64(record.Attempt);
        WriteTime(buffer, record.StartedAt);
        buffer.WriteInt64(record.Worker);
    }

    private TaskStartedRecord ReadTaskStarted(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        return new(reader.ReadInt64(), ReadKey(ref reader), reader.ReadInt32(), ReadTime(ref reader), reader.ReadInt32());
    }

    private void Write(PackBuffer buffer, AttemptFailedRecord record)
    {
        buffer.WriteArrayHeader(AttemptFailedLength + (record.Exit is null ? 0 : 1));
        buffer.WriteInt64(record.TaskId);
        WriteKey(buffer, record.Key);
        buffer.WriteInt64(record.Attempt);
        WriteTime(buffer, record.StartedAt);
        WriteTime(buffer, record.FinishedAt);
        buffer.WriteInt64(record.Worker);
        buffer.WriteBoolean(record.IsFinal);
        buffer.WriteInt64((int)record.Failure.Kind);
        buffer.WriteString(record.Failure.Type);
        buffer.WriteString(record.Failure.Message);
        buffer.WriteString(record.Failure.StackTrace);
        if (record.Exit is { } exit)
        {
            buffer.WriteInt64(exit);
        }
    }

    private AttemptFailedRecord ReadAttemptFailed(ref PackReader reader)
    {
        var length = reader.ReadArrayHeader();
        return new()
        {
            TaskId = reader.ReadInt64(),
            Key = ReadKey(ref reader),
            Attempt = reader.ReadInt32(),
            StartedAt = ReadTime(ref reader),
            FinishedAt = ReadTime(ref reader),
            Worker = reader.ReadInt32(),
            IsFinal = reader.ReadBoolean(),
            Failure = new((FailureKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadString()),
            Exit = length > AttemptFailedLength ? reader.ReadInt32() : null,
        };
    }

    private void Write(PackBuffer buffer, RunSealedRecord record)
    {
        buffer.WriteArrayHeader(2);
        buffer.WriteString(record.By);
        WriteTime(buffer, record.SealedAt);
    }

    private RunSealedRecord ReadRunSealed(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        return new(reader.ReadString(), ReadTime(ref reader));
    }
}
