using FlowSdk.CommandLine;
using FlowSdk.Hosting;

namespace FlowSdk;

/// <summary>A program of one or several flows. Its whole entry point can be <c>return await FlowApp.RunAsync&lt;TFlow&gt;(args);</c></summary>
public sealed class FlowApp
{
    private readonly FlowHost _host;
    private readonly IReadOnlyList<FlowRegistration> _flows;
    private readonly string[] _args;

    internal FlowApp(FlowHost host, IReadOnlyList<FlowRegistration> flows, string[] args) => (_host, _flows, _args) = (host, flows, args);

    /// <summary>Runs a program of one flow: does what the command line says.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The exit code: 0 when all went well, see docs/command-line.md for the others.</returns>
    public static Task<int> RunAsync<TFlow>(string[] args)
        where TFlow : Flow, IFlow<TFlow> => CreateBuilder(args).AddFlow<TFlow>().Build().RunAsync();

    /// <summary>Begins a program with services, configuration, another store, or several flows.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The builder.</returns>
    public static FlowAppBuilder CreateBuilder(string[] args) => new(new FlowHost(), args);

    /// <summary>
    /// Whether this process was started to run tasks of a run of its own program. A program that does something else by itself, such as a web service that starts runs with
    /// <see cref="FlowRunner"/>, then hands over at once: <c>if (app.IsWorker) return await app.RunAsync();</c>
    /// </summary>
    public bool IsWorker => _args is [WorkerLaunches.Command, ..];

    /// <summary>Does what the command line says.</summary>
    /// <returns>The exit code: 0 when all went well, see docs/command-line.md for the others.</returns>
    /// <exception cref="InvalidOperationException">No flow was added to the builder.</exception>
    public async Task<int> RunAsync()
    {
        if (_flows.Count == 0)
        {
            throw new InvalidOperationException("No flow was added. Call AddFlow<TFlow>() on the builder before Build().");
        }

        await using (_host)
        {
            return await FlowProgram.RunAsync(_flows, _host, _args);
        }
    }
}
