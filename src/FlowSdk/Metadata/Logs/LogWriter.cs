using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Writes the output of a run's tasks. May be used from any thread; a task that says nothing costs nothing.</summary>
internal sealed class LogWriter(IObjectStore store, RunPaths paths)
{
    /// <summary>Adds a line, without its end. When much is waiting to be written, the returned task ends when it is: await it before reading more.</summary>
    /// <param name="step">The step's number.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="time">When it arrived.</param>
    /// <param name="line">The line as UTF-8, up to 64 KiB, or the next piece of a longer one; copied.</param>
    /// <param name="isPartial">Whether the line goes on in the next piece, or was never ended.</param>
    public ValueTask AppendAsync(
        int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, ReadOnlyMemory<byte> line, bool isPartial = false) =>
        throw new NotImplementedException($"{store}{paths}");

    /// <summary>Writes all that is waiting, so that others see it. To be called about once a second.</summary>
    public ValueTask FlushAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Flushes and writes the index of the last segment.</summary>
    public ValueTask CloseAsync(CancellationToken cancellation = default) => throw new NotImplementedException();
}
