using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>Where the members of a gang find each other: a port of this machine that is free when the gang starts.</summary>
internal static class GangAddresses
{
    /// <summary>The gang of a member; all members of one start, which come in one batch, get the same address.</summary>
    /// <param name="start">The member's place; null outside gangs.</param>
    /// <param name="addresses">The addresses of the gangs of this batch.</param>
    public static Gang? MemberOf(GangStart? start, Dictionary<long, string> addresses)
    {
        if (start is null)
        {
            return null;
        }

        if (!addresses.TryGetValue(start.GangId, out var address))
        {
            address = FreeAddress();
            addresses.Add(start.GangId, address);
        }

        return new(start.Index, start.Count, address);
    }

    // The port is free now and, since systems hand out ports in turn, will be when member 0 listens on it shortly.
    private static string FreeAddress()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)probe.LocalEndPoint!).Port}");
    }
}
