using FlowSdk.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowSdk;

/// <summary>
/// Builds a <see cref="FlowApp"/>: an application builder as in Microsoft.Extensions.Hosting, to which flows are added. What is never
/// asked for is never made, so a program that needs no services starts no slower for having a builder.
/// </summary>
public sealed class FlowAppBuilder : IHostApplicationBuilder
{
    private readonly FlowHost _host;
    private readonly List<FlowRegistration> _flows = [];
    private readonly string[] _args;

    internal FlowAppBuilder(FlowHost host, string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        (_host, _args) = (host, args);
    }

    /// <summary>The services that flows can take in their constructors, and steps through <see cref="FromServicesAttribute"/>.</summary>
    public IServiceCollection Services => _host.Builder.Services;

    /// <summary>The configuration; its section <c>Parameters</c> gives values to parameters. The command line is no part of it.</summary>
    public IConfigurationManager Configuration => _host.Builder.Configuration;

    /// <summary>Where logs go. Unless this is used, steps log to their own output.</summary>
    public ILoggingBuilder Logging
    {
        get
        {
            _host.IsLoggingConfigured = true;
            return _host.Builder.Logging;
        }
    }

    /// <summary>The environment, such as Development, and the content root.</summary>
    public IHostEnvironment Environment => _host.Builder.Environment;

    /// <summary>Where metrics go.</summary>
    public IMetricsBuilder Metrics => _host.Builder.Metrics;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_host.Builder).Properties;

    /// <summary>Adds a flow. With several, the first word of the command line names the flow.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A flow of that name was added before.</exception>
    public FlowAppBuilder AddFlow<TFlow>()
        where TFlow : Flow, IFlow<TFlow>
    {
        var flow = FlowRegistration.Of<TFlow>();
        if (_flows.Exists(f => f.Name.Equals(flow.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"A flow named '{flow.Name}' was added before. The command line could not tell them apart.");
        }

        _flows.Add(flow);
        return this;
    }

    /// <summary>Sets where runs are kept, unless <c>--store</c> or <c>FLOWSDK_STORE</c> say otherwise. The default is the folder <c>.flowsdk</c>.</summary>
    /// <param name="location">A folder, or the URL of a store.</param>
    /// <returns>This builder.</returns>
    public FlowAppBuilder UseStore(string location)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(location);
        _host.Store = location;
        return this;
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => _host.Builder.ConfigureContainer(factory, configure);

    /// <summary>Ends the building.</summary>
    /// <returns>The program, to be run.</returns>
    public FlowApp Build()
    {
        ThisProgram.Register(_host, _flows, _args);
        return new(_host, _flows, _args);
    }
}
