namespace FlowSdk.Metadata;

/// <summary>How a task went on, as the journal and the workers write it. A linear transition, by far the most frequent one, is the number of its target.</summary>
internal static class TransitionEncoding
{
    public static void Write(PackBuffer buffer, TakenTransition? transition)
    {
        switch (transition)
        {
            case null:
                buffer.WriteNil();
                return;
            case { Kind: TransitionKind.Linear, Targets: [var target], Count: 1, Items.Count: 0 }:
                buffer.WriteInt64(target);
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
            ReferenceEncoding.Write(buffer, chunk.Content, null);
        }
    }

    public static TakenTransition? Read(ref PackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        if (!reader.IsArray)
        {
            return new(TransitionKind.Linear, [reader.ReadInt32()], 1, []);
        }

        reader.ReadArrayHeader();
        var kind = (TransitionKind)reader.ReadInt32();
        var count = reader.ReadInt32();
        var targets = new int[reader.ReadArrayHeader()];
        foreach (ref var target in targets.AsSpan())
        {
            target = reader.ReadInt32();
        }

        var items = new ItemChunk[reader.ReadArrayHeader() / 3];
        foreach (ref var chunk in items.AsSpan())
        {
            chunk = new(reader.ReadInt32(), reader.ReadInt32(), ReferenceEncoding.Read(ref reader, null) ?? throw new InvalidDataException("it lacks items"));
        }

        return new(kind, targets, count, items);
    }
}
