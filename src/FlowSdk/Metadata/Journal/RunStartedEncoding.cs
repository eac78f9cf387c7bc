namespace FlowSdk.Metadata;

/// <summary>The MessagePack of the first record of a journal.</summary>
internal static class RunStartedEncoding
{
    private delegate T ReadItem<T>(ref PackReader reader);

    public static void Write(PackBuffer buffer, RunStartedRecord record)
    {
        buffer.WriteArrayHeader(13);
        buffer.WriteString(record.FlowName);
        buffer.WriteString(record.RunId);
        buffer.WriteInt64(record.CreatedAt.UtcTicks);
        buffer.WriteString(record.UserName);
        buffer.WriteString(record.HostName);
        buffer.WriteString(record.OriginRunId);
        WriteList(buffer, record.Tags, static (buffer, tag) => buffer.WriteString(tag));
        WriteList(buffer, record.CommandLine, static (buffer, word) => buffer.WriteString(word));
        WriteList(buffer, [.. record.Build.OrderBy(static entry => entry.Key, StringComparer.Ordinal)], static (buffer, entry) =>
        {
            buffer.WriteArrayHeader(2);
            buffer.WriteString(entry.Key);
            buffer.WriteString(entry.Value);
        });
        WriteList(buffer, record.Steps, WriteStep);
        WriteList(buffer, record.Artifacts, static (buffer, artifact) =>
        {
            buffer.WriteArrayHeader(2);
            buffer.WriteString(artifact.Name);
            buffer.WriteString(artifact.TypeName);
        });
        WriteList(buffer, record.Parameters, static (buffer, parameter) =>
        {
            buffer.WriteArrayHeader(2);
            buffer.WriteString(parameter.Name);
            ReferenceEncoding.Write(buffer, parameter.Value, null);
        });
        buffer.WriteString(record.Summary);
    }

    public static RunStartedRecord Read(ref PackReader reader)
    {
        var count = reader.ReadArrayHeader();
        return new()
        {
            FlowName = reader.ReadString(),
            RunId = reader.ReadString(),
            CreatedAt = new(reader.ReadInt64(), TimeSpan.Zero),
            UserName = reader.ReadString(),
            HostName = reader.ReadString(),
            OriginRunId = reader.ReadOptionalString(),
            Tags = ReadList(ref reader, static (ref reader) => reader.ReadString()),
            CommandLine = ReadList(ref reader, static (ref reader) => reader.ReadString()),
            Build = ReadList(ref reader, static (ref reader) =>
            {
                reader.ReadArrayHeader();
                return KeyValuePair.Create(reader.ReadString(), reader.ReadString());
            }).ToDictionary(),
            Steps = ReadList(ref reader, ReadStep),
            Artifacts = ReadList(ref reader, static (ref reader) =>
            {
                reader.ReadArrayHeader();
                return new RecordedArtifact(reader.ReadString(), reader.ReadString());
            }),
            Parameters = ReadList(ref reader, static (ref reader) =>
            {
                reader.ReadArrayHeader();
                return new RecordedParameter(
                    reader.ReadString(), ReferenceEncoding.Read(ref reader, null) ?? throw new InvalidDataException("it lacks a parameter's value"));
            }),
            Summary = count > 12 ? reader.ReadString() : "",
        };
    }

    private static void WriteStep(PackBuffer buffer, RecordedStep step)
    {
        buffer.WriteArrayHeader(6);
        buffer.WriteString(step.Name);
        buffer.WriteBoolean(step.IsJoin);
        buffer.WriteString(step.Summary);
        buffer.WriteString(step.SourceFile);
        buffer.WriteInt64(step.SourceLine);
        WriteList(buffer, step.Transitions, static (buffer, transition) =>
        {
            buffer.WriteArrayHeader(3);
            buffer.WriteInt64((int)transition.Kind);
            WriteList(buffer, transition.Targets, static (buffer, target) => buffer.WriteInt64(target));
            buffer.WriteInt64(transition.Join);
        });
    }

    private static RecordedStep ReadStep(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        return new(
            reader.ReadString(),
            reader.ReadBoolean(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadInt32(),
            ReadList(ref reader, static (ref reader) =>
            {
                reader.ReadArrayHeader();
                return new RecordedTransition(
                    (TransitionKind)reader.ReadInt32(), ReadList(ref reader, static (ref reader) => reader.ReadInt32()), reader.ReadInt32());
            }));
    }

    private static void WriteList<T>(PackBuffer buffer, IReadOnlyList<T> items, Action<PackBuffer, T> write)
    {
        buffer.WriteArrayHeader(items.Count);
        foreach (var item in items)
        {
            write(buffer, item);
        }
    }

    private static List<T> ReadList<T>(ref PackReader reader, ReadItem<T> read)
    {
        var count = reader.ReadArrayHeader();
        var items = new List<T>();
        for (; count > 0; count--)
        {
            items.Add(read(ref reader));
        }

        return items;
    }
}
