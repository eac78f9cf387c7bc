using System.IO.Pipes;
using System.Net.Sockets;

namespace FlowSdk.Runtime.Workers;

/// <summary>A worker's end of the channel to its runner.</summary>
internal static class ControlConnection
{
    public static Stream Open(string address)
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", address, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            pipe.Connect();
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(address));
        return new NetworkStream(socket, ownsSocket: true);
    }
}
