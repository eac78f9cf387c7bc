using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Hosting;

/// <summary>The services of whoever gives none: whatever is asked for, the answer says that it is not registered.</summary>
internal static class NoServices
{
    public static IServiceProvider Instance { get; } = new ServiceCollection().BuildServiceProvider();
}
