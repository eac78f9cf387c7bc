using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>A step that waits until it is told to stop, or until a file is there; or does not listen.</summary>
public sealed partial class SlowFlow : Flow
{
    [Parameter]
    public bool Deaf { get; init; }

    /// <summary>Whether the step starts a process of its own, which would outlive it.</summary>
    [Parameter]
    public bool Child { get; init; }

    [Parameter]
    public string? Until { get; init; }

    [Artifact]
    public partial byte[] Large { get; set; }

    [Step]
    public async Task<Next> Start(CancellationToken cancellation)
    {
        if (Child)
        {
            using var child = Process.Start("sleep", ["1000"]);
            Console.WriteLine($"child in process {child.Id}");
        }

        Console.WriteLine($"waiting in process {Environment.ProcessId}");
        do
        {
            await Task.Delay(Until is null ? Timeout.Infinite : 20, Deaf ? CancellationToken.None : cancellation);
        }
        while (!File.Exists(Until));
        Large = new byte[100_000];
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
