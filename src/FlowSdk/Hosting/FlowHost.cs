using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Hosting;

/// <summary>The host of a program, each part of it made when it is first asked for: building a default host takes longer than a small run.</summary>
internal sealed class FlowHost : IAsyncDisposable, IServiceProvider
{
    private readonly Lock _gate = new();
    private HostApplicationBuilder? _builder;
    private IHost? _host;
    private bool _started;

    /// <summary>The store that the program asked for; null if it did not.</summary>
    public string? Store { get; set; }

    /// <summary>Whether the program has configured services, configuration or logging.</summary>
    public bool IsConfigured => _builder is not null;

    /// <summary>Whether the program has said where logs go.</summary>
    public bool IsLoggingConfigured { get; set; }

    // The arguments are our command line, and no configuration.
    public HostApplicationBuilder Builder => _builder ??= Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [] });

    /// <summary>The services; builds the host.</summary>
    public IServiceProvider Services => Build().Services;

    /// <summary>The configuration, if there can be one: the program has touched its builder, or a settings file lies beside it.</summary>
    public IConfiguration? Configuration =>
        IsConfigured || File.Exists("appsettings.json") ? Builder.Configuration : null;

    /// <summary>The logging that the program has set up; null if it has not.</summary>
    public ILoggerFactory? FindLogging() => IsLoggingConfigured ? Services.GetRequiredService<ILoggerFactory>() : null;

    /// <summary>Builds the host only now that someone asks for a service.</summary>
    public object? GetService(Type serviceType) => Services.GetService(serviceType);

    /// <summary>Starts hosted services, if the program has any.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_builder is null || !_builder.Services.Any(s => s.ServiceType == typeof(IHostedService)))
        {
            return;
        }

        _started = true;
        await Build().StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null)
        {
            return;
        }

        if (_started)
        {
            await _host.StopAsync();
        }

        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            _host.Dispose();
        }
    }

    private IHost Build()
    {
        lock (_gate)
        {
            if (_host is null)
            {
                // Signals are the runner's; the default lifetime would also stop the host on Ctrl-C, and print its own lines.
                Builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
                _host = Builder.Build();
            }

            return _host;
        }
    }
}
