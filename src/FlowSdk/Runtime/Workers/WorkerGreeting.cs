using System.Globalization;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Workers;

/// <summary>Receives the workers of a run as they connect.</summary>
internal static class WorkerGreeting
{
    /// <summary>The version of the protocol; a worker and its runner are of one build, so it differs only when something is very wrong.</summary>
    public const int ProtocolVersion = 1;

    /// <summary>Connects each process that comes with a token to its worker; whoever comes without is sent away.</summary>
    public static async Task AcceptAsync(ControlListener listener, Func<string, Worker?> find, Action<Exception> onFault, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                _ = GreetAsync(new(await listener.AcceptAsync(cancellation)), find, onFault);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
    }

    public static byte[] Hello(string token)
    {
        var buffer = MessageFrame.Begin(new(), MessageType.Hello, 3);
        buffer.WriteInt64(ProtocolVersion);
        buffer.WriteString(token);
        buffer.WriteInt64(Environment.ProcessId);
        return MessageFrame.End(buffer).ToArray();
    }

    private static async Task GreetAsync(WorkerChannel channel, Func<string, Worker?> find, Action<Exception> onFault)
    {
        try
        {
            var worker = await channel.ReceiveAsync() is { } message ? find(TokenOf(message.Span)) : null;
            if (worker is null)
            {
                channel.Dispose();
            }
            else
            {
                worker.Connect(channel);
            }
        }
        catch (InvalidDataException)
        {
            channel.Dispose();
        }
        catch (Exception fault)
        {
            channel.Dispose();
            onFault(fault);
        }
    }

    private static string TokenOf(ReadOnlySpan<byte> message)
    {
        var reader = new PackReader(message);
        reader.ReadArrayHeader();
        if (reader.ReadInt32() != (int)MessageType.Hello)
        {
            throw new InvalidDataException("The first message is no greeting.");
        }

        var version = reader.ReadInt32();
        return version == ProtocolVersion ? reader.ReadString() : throw new FlowException(
            FlowErrors.WorkerBuildDiffers,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A worker speaks version {version} of the protocol between runner and workers, this runner version {ProtocolVersion}. Build the program again, and run the flow again."));
    }
}
