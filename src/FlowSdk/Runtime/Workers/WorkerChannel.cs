namespace FlowSdk.Runtime.Workers;

/// <summary>The runner's end of the channel to one worker.</summary>
internal sealed class WorkerChannel(Stream stream) : IDisposable
{
    private readonly FrameBuffer _received = new();
    private readonly Lock _gate = new();
    private Task _lastSend = Task.CompletedTask;

    /// <summary>The next message, valid until the next call; null when the worker has closed the channel, which it does by ending.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        while (true)
        {
            if (_received.TryTake(out var message))
            {
                return message;
            }

            int count;
            try
            {
                count = await stream.ReadAsync(_received.Free());
            }
            catch (Exception broken) when (broken is IOException or ObjectDisposedException)
            {
                return null;
            }

            if (count == 0)
            {
                return null;
            }

            _received.Received(count);
        }
    }

    /// <summary>
    /// Sends a message, after those before it. A worker that does not read makes nobody wait; one that is gone is noticed by its end, so
    /// a message that cannot be sent is not an error here.
    /// </summary>
    /// <param name="message">The message, which belongs to the channel from now on.</param>
    public void Send(byte[] message)
    {
        lock (_gate)
        {
            if (_lastSend.IsCompleted)
            {
                var write = WriteAsync(message);
                _lastSend = write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
            }
            else
            {
                _lastSend = SendAfterAsync(_lastSend, message);
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private async Task SendAfterAsync(Task before, byte[] message)
    {
        await before;
        await WriteAsync(message);
    }

    private async ValueTask WriteAsync(byte[] message)
    {
        try
        {
            await stream.WriteAsync(message);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            // The worker is gone, or going; whoever receives from it learns that in any case.
        }
    }
}
