namespace FlowSdk.Metadata;

/// <summary>Lines that one stream of one attempt wrote between two flushes.</summary>
internal sealed class LogBlock(int step, long taskId, int attempt, OutputStream stream, DateTimeOffset firstTime)
{
    private readonly PackBuffer _lines = new(256);
    private readonly long _firstTicks = firstTime.UtcTicks;
    private long _lastTicks = firstTime.UtcTicks;

    public long TaskId { get; } = taskId;

    public int Length => _lines.Length;

    public void Add(DateTimeOffset time, ReadOnlySpan<byte> line, bool isPartial)
    {
        // A clock that was set back must not change the order of lines.
        var ticks = Math.Max(time.UtcTicks, _lastTicks);
        _lines.WriteInt64(ticks - _lastTicks);
        _lastTicks = ticks;
        if (isPartial)
        {
            _lines.WriteArrayHeader(1);
        }

        _lines.WriteBytes(line);
    }

    /// <param name="buffer">Where to.</param>
    /// <param name="batch">The number of the flush: blocks of one flush overlap in time, others do not.</param>
    /// <param name="baseTime">The time that the segment's times are relative to.</param>
    public void Write(PackBuffer buffer, long batch, DateTimeOffset baseTime)
    {
        buffer.WriteArrayHeader(7);
        buffer.WriteInt64(TaskId);
        buffer.WriteInt64(step);
        buffer.WriteInt64(attempt);
        buffer.WriteInt64((int)stream);
        buffer.WriteInt64(batch);
        buffer.WriteInt64(_firstTicks - baseTime.UtcTicks);
        buffer.WriteBytes(_lines.Written.Span);
    }
}
