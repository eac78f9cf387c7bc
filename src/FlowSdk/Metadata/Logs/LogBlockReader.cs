using System.Text;

namespace FlowSdk.Metadata;

/// <summary>Reads what <see cref="LogBlock"/> wrote.</summary>
internal static class LogBlockReader
{
    /// <summary>Adds a block's lines to a list.</summary>
    /// <returns>The number of the flush that wrote the block; lines are added only if the block is one that is wanted.</returns>
    public static long Read(ReadOnlySpan<byte> payload, DateTimeOffset baseTime, LogFilter filter, List<LogPiece> lines)
    {
        var reader = new PackReader(payload);
        reader.ReadArrayHeader();
        var taskId = reader.ReadInt64();
        var (step, attempt, stream) = (reader.ReadInt32(), reader.ReadInt32(), (OutputStream)reader.ReadInt32());
        var batch = reader.ReadInt64();
        if (!filter.Matches(step, taskId, attempt, stream))
        {
            return batch;
        }

        var ticks = baseTime.UtcTicks + reader.ReadInt64();
        for (var rest = new PackReader(reader.ReadBytes()); !rest.IsAtEnd;)
        {
            ticks += rest.ReadInt64();
            var isPartial = rest.IsArray;
            if (isPartial)
            {
                rest.ReadArrayHeader();
            }

            lines.Add(new(step, taskId, attempt, stream, new(ticks, TimeSpan.Zero), Encoding.UTF8.GetString(rest.ReadBytes()), isPartial));
        }

        return batch;
    }
}
