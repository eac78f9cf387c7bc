using Microsoft.Extensions.Hosting;

namespace FlowSdk.Hosting;

/// <summary>A host that starts and stops with the run, and not by signals of its own.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
