using System.IO.Pipes;
using System.Net.Sockets;

namespace FlowSdk.Runtime.Workers;

/// <summary>A worker's end of the channel to its runner.</summary>
internal static class ControlConnection
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Connects to the runner.</summary>
    /// <returns>Null if there is no runner any more.</returns>
    public static Stream? Open(string address)
    {
        try
        {
            return Connect(address);
        }
        catch (Exception failure) when (failure is SocketException or TimeoutException or IOException)
        {
            return null;
        }
    }

    private static Stream Connect(string address)
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", address, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            pipe.Connect(_patience);
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(address));
        return new NetworkStream(socket, ownsSocket: true);
    }
}
