using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Runtime.Execution;

/// <summary>The host's services for one attempt, in a scope of their own. No host is built until the first is asked for.</summary>
internal sealed class TaskServices(Func<IServiceProvider> host) : IServiceProvider, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;

    public object? GetService(Type serviceType)
    {
        lock (_gate)
        {
            _scope ??= host().CreateAsyncScope();
            return _scope.Value.ServiceProvider.GetService(serviceType);
        }
    }

    public ValueTask DisposeAsync() => _scope is { } scope ? scope.DisposeAsync() : ValueTask.CompletedTask;
}
