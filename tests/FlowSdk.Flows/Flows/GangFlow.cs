using System.Net;
using System.Net.Sockets;

namespace FlowSdk.Flows;

/// <summary>Four tasks at the same time: member 0 listens, the others call.</summary>
public sealed partial class GangFlow : Flow
{
    [Artifact]
    public partial int Heard { get; set; }

    [Artifact]
    public partial int Member { get; set; }

    [Step]
    public Next Start() => InParallel(4, Body);

    [Step]
    public async Task<Next> Body(Gang gang, CancellationToken cancellation)
    {
        Check.Equal(4, gang.Count, "members");
        Check.Equal(gang.Index, Context.ForEach.Single().Index, "index");
        Member = gang.Index;
        var address = IPEndPoint.Parse(gang.MainAddress);
        if (gang.Index == 0)
        {
            using var listener = new TcpListener(address);
            listener.Start();
            var heard = 0;
            for (var i = 1; i < gang.Count; i++)
            {
                using var peer = await listener.AcceptTcpClientAsync(cancellation);
                Heard = heard += peer.GetStream().ReadByte();
            }
        }
        else
        {
            using var client = await ConnectAsync(address, cancellation);
            client.GetStream().WriteByte((byte)gang.Index);
            Heard = 0;
        }

        return To(Join);
    }

    [Step]
    public Next Join(Inputs<GangFlow> inputs)
    {
        Check.Sequence([0, 1, 2, 3], inputs.Select(i => i.Member), "members");
        Check.Equal(6, inputs[0].Heard, "heard");
        return To(End);
    }

    [Step]
    public void End()
    {
    }

    // The listener starts at about the same time as its callers.
    private static async Task<TcpClient> ConnectAsync(IPEndPoint address, CancellationToken cancellation)
    {
        while (true)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(address, cancellation);
                return client;
            }
            catch (SocketException)
            {
                client.Dispose();
                await Task.Delay(10, cancellation);
            }
        }
    }
}
