namespace FlowSdk.Metadata;

internal sealed partial class JournalEncoding
{
    private const int NumbersOfStep = 8;

    private void Write(PackBuffer buffer, RunFinishedRecord record)
    {
        buffer.WriteArrayHeader(6);
        buffer.WriteInt64((int)record.Status);
        WriteTime(buffer, record.FinishedAt);
        buffer.WriteArrayHeader(record.Steps.Count * NumbersOfStep);
        foreach (var step in record.Steps)
        {
            buffer.WriteInt64(step.Counts.Succeeded);
            buffer.WriteInt64(step.Counts.Failed);
            buffer.WriteInt64(step.Counts.Canceled);
            buffer.WriteInt64(step.Reused);
            buffer.WriteInt64(step.FailedAttempts);
            WriteOptionalTime(buffer, step.StartedAt);
            WriteOptionalTime(buffer, step.FinishedAt);
            buffer.WriteInt64(step.TaskTime.Ticks);
        }

        WritePosition(buffer, record.EndTask);
        buffer.WriteArrayHeader(record.FirstFailures.Count);
        foreach (var id in record.FirstFailures)
        {
            buffer.WriteInt64(id);
        }
    }

    private RunFinishedRecord ReadRunFinished(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        var status = (RunStatus)reader.ReadInt32();
        var finishedAt = ReadTime(ref reader);
        var steps = new StepTotals[reader.ReadArrayHeader() / NumbersOfStep];
        foreach (ref var step in steps.AsSpan())
        {
            step = new(
                new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()),
                reader.ReadInt64(),
                reader.ReadInt32(),
                ReadOptionalTime(ref reader),
                ReadOptionalTime(ref reader),
                new(reader.ReadInt64()));
        }

        var endTask = ReadPosition(ref reader);
        var failures = new long[reader.ReadArrayHeader()];
        foreach (ref var id in failures.AsSpan())
        {
            id = reader.ReadInt64();
        }

        return new() { Status = status, FinishedAt = finishedAt, Steps = steps, EndTask = endTask, FirstFailures = failures };
    }

    private void WriteOptionalTime(PackBuffer buffer, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            WriteTime(buffer, known);
        }
        else
        {
            buffer.WriteNil();
        }
    }

    private DateTimeOffset? ReadOptionalTime(ref PackReader reader) => reader.TryReadNil() ? null : ReadTime(ref reader);
}
