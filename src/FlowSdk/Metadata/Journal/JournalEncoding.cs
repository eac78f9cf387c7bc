namespace FlowSdk.Metadata;

/// <summary>The MessagePack of records: each is an array, described in docs/store-format.md, to which later versions may add at the end.</summary>
/// <param name="start">The first record, which names the artifacts.</param>
/// <param name="baseTime">The time that others are relative to.</param>
internal sealed partial class JournalEncoding(RunStartedRecord start, DateTimeOffset baseTime)
{
    public void Write(PackBuffer buffer, JournalRecord record)
    {
        switch (record)
        {
            case RunStartedRecord started:
                RunStartedEncoding.Write(buffer, started);
                break;
            case TaskStartedRecord started:
                Write(buffer, started);
                break;
            case TaskFinishedRecord finished:
                Write(buffer, finished);
                break;
            case AttemptFailedRecord failed:
                Write(buffer, failed);
                break;
            case RunFinishedRecord finished:
                Write(buffer, finished);
                break;
            case RunSealedRecord isSealed:
                Write(buffer, isSealed);
                break;
        }
    }

    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public JournalRecord Read(FrameType type, ReadOnlySpan<byte> payload)
    {
        var reader = new PackReader(payload);
        return type switch
        {
            FrameType.RunStarted => RunStartedEncoding.Read(ref reader),
            FrameType.TaskStarted => ReadTaskStarted(ref reader),
            FrameType.TaskFinished => ReadTaskFinished(ref reader),
            FrameType.AttemptFailed => ReadAttemptFailed(ref reader),
            FrameType.RunFinished => ReadRunFinished(ref reader),
            FrameType.RunSealed => ReadRunSealed(ref reader),
            _ => throw new InvalidDataException($"it is of the unknown type {(byte)type}"),
        };
    }

    /// <summary>The task that a record is of, without reading the rest of it.</summary>
    public static (long Id, TaskKey Key) TaskOf(ReadOnlySpan<byte> payload)
    {
        var reader = new PackReader(payload);
        reader.ReadArrayHeader();
        return (reader.ReadInt64(), ReadKey(ref reader));
    }

    private void WriteTime(PackBuffer buffer, DateTimeOffset time) => buffer.WriteInt64(time.UtcTicks - baseTime.UtcTicks);

    private DateTimeOffset ReadTime(ref PackReader reader) => new(baseTime.UtcTicks + reader.ReadInt64(), TimeSpan.Zero);

    private static void WriteKey(PackBuffer buffer, TaskKey key)
    {
        buffer.WriteInt64(key.Step);
        buffer.WriteInt64(key.Visit);
        buffer.WriteInt64(key.SplitTaskId);
        buffer.WriteInt64(key.Index);
    }

    private static TaskKey ReadKey(ref PackReader reader) => new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32());

    private static void WritePosition(PackBuffer buffer, RecordPosition? position)
    {
        buffer.WriteInt64(position?.Segment ?? -1);
        buffer.WriteInt64(position?.Offset ?? 0);
    }

    private static RecordPosition? ReadPosition(ref PackReader reader)
    {
        var position = new RecordPosition(reader.ReadInt32(), reader.ReadInt32());
        return position.Segment < 0 ? null : position;
    }
}
