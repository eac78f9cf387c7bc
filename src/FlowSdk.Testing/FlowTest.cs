using FlowSdk.Testing.Memory;

namespace FlowSdk.Testing;

/// <summary>Runs whole flows in memory: inline, in a store that is gone with the test.</summary>
public static class FlowTest
{
    /// <summary>Runs a flow to its end, whatever that is.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="parameters">The parameters, as properties of a flow object: <c>new TrainFlow { Input = "rows.csv" }</c>. The object itself does not run.</param>
    /// <param name="options">What the run has around it; null for the defaults.</param>
    /// <param name="cancellation">Stops the run in order.</param>
    /// <returns>The run, which is over. <see cref="FlowTestRun{TFlow}.End"/> says so if it has not succeeded.</returns>
    /// <exception cref="FlowException">A parameter is not valid, or the flow's graph is wrong.</exception>
    public static async Task<FlowTestRun<TFlow>> RunAsync<TFlow>(TFlow parameters, FlowTestOptions? options = null, CancellationToken cancellation = default)
        where TFlow : Flow, IFlow<TFlow>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        options ??= new();
        var output = new List<LogLine>();
        var run = await FlowRunner.RunAsync(
            parameters,
            new()
            {
                ObjectStore = new InMemoryObjectStore(TimeProvider.System),
                Isolation = IsolationMode.Inline,
                MaxWorkers = options.MaxWorkers,
                OnFailure = options.OnFailure,
                WithoutGpu = true,
                Tags = options.Tags,
                Services = options.Services,
                Logging = options.Logging,
                OnOutput = output.Add,
            },
            cancellation);
        await using (run)
        {
            var result = await run.Completion;
            return new(result, run.Run, output, result.Status == RunStatus.Succeeded ? await run.StateAsync(CancellationToken.None) : null);
        }
    }
}
