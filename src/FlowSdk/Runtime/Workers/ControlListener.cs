using System.IO.Pipes;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace FlowSdk.Runtime.Workers;

/// <summary>Where the workers of one run connect: a socket in a directory of this user's own; on Windows a pipe of this user's own.</summary>
internal sealed class ControlListener : IDisposable
{
    // What the address of a Unix socket can hold on every system, the zero at its end included.
    private const int MaxSocketPath = 104;

    private readonly Socket? _socket;

    public ControlListener()
    {
        Directory = CreatePrivateDirectory();
        if (OperatingSystem.IsWindows())
        {
            Address = "flowsdk-" + Secrets.New();
            return;
        }

        Address = Path.Combine(Directory, "s");
        _socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _socket.Bind(new UnixDomainSocketEndPoint(Address));
        _socket.Listen();
    }

    /// <summary>A directory that only this user can look into.</summary>
    public string Directory { get; }

    /// <summary>What a worker needs to connect.</summary>
    public string Address { get; }

    /// <summary>Waits for the next worker.</summary>
    public async Task<Stream> AcceptAsync(CancellationToken cancellation)
    {
        if (_socket is { } socket)
        {
            return new NetworkStream(await socket.AcceptAsync(cancellation), ownsSocket: true);
        }

        var pipe = new NamedPipeServerStream(
            Address,
            PipeDirection.InOut,
            NamedPipeServerStream.MaxAllowedServerInstances,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await pipe.WaitForConnectionAsync(cancellation);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static string CreatePrivateDirectory()
    {
        var temp = Path.GetTempPath();
        if (OperatingSystem.IsWindows() || Encoding.UTF8.GetByteCount(temp) + 24 <= MaxSocketPath)
        {
            return System.IO.Directory.CreateTempSubdirectory("flowsdk-").FullName;
        }

        var directory = $"/tmp/flowsdk-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        return System.IO.Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
