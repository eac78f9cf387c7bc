using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Workers;

/// <summary>A worker's end of the channel. A thread of its own receives, so that the end of the runner ends the worker, whatever its step is doing.</summary>
internal sealed class WorkerConnection(Stream stream)
{
    private readonly FrameBuffer _received = new();
    private readonly Lock _gate = new();

    /// <summary>What the runner keeps for its workers, and deletes at its end. A runner that was killed could not; its workers do.</summary>
    public string? RunnerDirectory { get; set; }

    /// <summary>Begins to receive.</summary>
    /// <param name="onMessage">Called with each message, on a thread that does nothing else.</param>
    public void Listen(Action<ReadOnlyMemory<byte>> onMessage) =>
        new Thread(() => Receive(onMessage)) { IsBackground = true, Name = "FlowSdk channel" }.Start();

    public void Send(ReadOnlyMemory<byte> message)
    {
        lock (_gate)
        {
            stream.Write(message.Span);
        }
    }

    /// <summary>Tells the runner that this worker cannot work.</summary>
    public void Refuse(string id, string reason)
    {
        var buffer = MessageFrame.Begin(new(), MessageType.Refused, 2);
        buffer.WriteString(id);
        buffer.WriteString(reason);
        Send(MessageFrame.End(buffer));
    }

    private void Receive(Action<ReadOnlyMemory<byte>> onMessage)
    {
        while (true)
        {
            while (_received.TryTake(out var message))
            {
                onMessage(message);
            }

            var count = Read();
            if (count == 0)
            {
                DeleteRunnerDirectory();
                ProcessContainment.KillAll();
            }

            _received.Received(count);
        }
    }

    private void DeleteRunnerDirectory()
    {
        try
        {
            if (RunnerDirectory is not null)
            {
                Directory.Delete(RunnerDirectory, recursive: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another worker was quicker, or the runner was.
        }
    }

    private int Read()
    {
        try
        {
            return stream.Read(_received.Free().Span);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
