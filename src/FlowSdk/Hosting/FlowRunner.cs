using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>Runs flows from code: from a test, a notebook, a web service. Several may run at once in one process.</summary>
public static class FlowRunner
{
    /// <summary>Starts a run, and returns as soon as it exists.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="parameters">
    /// The parameters, as properties of a flow object: <c>new TrainFlow { Input = "rows.csv" }</c>. The object itself does not run; its artifacts and fields are not looked
    /// at. Null for what <see cref="Bind"/> makes of no values.
    /// </param>
    /// <param name="options">How it is run, and where it is kept; null for the defaults.</param>
    /// <param name="cancellation">Stops the run in order, at any time until its end, as <see cref="RunHandle{TFlow}.Cancel"/> does.</param>
    /// <returns>The run, which is under way.</returns>
    /// <exception cref="FlowException">A parameter is not valid, the flow's graph is wrong, the store cannot be used, or the flow cannot run here.</exception>
    /// <exception cref="OperationCanceledException">It was canceled before there was a run.</exception>
    public static async Task<RunHandle<TFlow>> RunAsync<TFlow>(
        TFlow? parameters = null, FlowRunOptions? options = null, CancellationToken cancellation = default)
        where TFlow : Flow, IFlow<TFlow>
    {
        options ??= new();
        cancellation.ThrowIfCancellationRequested();
        FlowDefinition definition = TFlow.Definition;
        var graph = FlowGraphs.Require(definition);
        TagRules.Check(options.Tags);
        var program = ThisProgram.Find(definition.Name);
        var services = options.Services ?? program ?? NoServices.Instance;
        var flow = parameters ?? Bind<TFlow>([], services);
        EffectiveParameters.Check(flow, definition.Parameters);
        var isolation = RunIsolation.Choose(options.Isolation, definition.Name, program);
        var (store, ownsStore) = OpenStore(options, program);
        var request = new RunRequest
        {
            Definition = definition,
            Graph = graph,
            Parameters = ParameterRecorder.Record(definition, flow, new ArtifactStore(store)),
            Isolation = isolation,
            MaxWorkers = options.MaxWorkers,
            OnFailure = options.OnFailure,
            WithoutGpu = options.WithoutGpu,
            Tags = [.. options.Tags.Distinct()],
            Launch = isolation == IsolationMode.Inline ? null : WorkerLaunches.OfThisProgram(),
            Services = () => services,
            Logging = () => options.Logging ?? program?.FindLogging(),
        };
        return await RunHandle<TFlow>.StartAsync(request, store, ownsStore, options.OnOutput, cancellation);
    }

    /// <summary>
    /// Makes a flow object of texts, as the command line would: the same texts are understood, and the same mistakes are told in the same words. What is not given comes
    /// from an environment variable such as <c>FLOWSDK_PARAM_LEARNING_RATES</c>, if that is set, or is the default.
    /// </summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="values">The texts by the parameters' names, those of the properties or those of the options; null for a parameter that is to be null.</param>
    /// <param name="services">What the flow's constructor takes; null for nothing.</param>
    /// <returns>The object, for <see cref="RunAsync"/>.</returns>
    /// <exception cref="FlowException">A value is missing, is not what is expected, or is given for what is no parameter. All that is wrong is told at once.</exception>
    public static TFlow Bind<TFlow>(IEnumerable<KeyValuePair<string, string?>> values, IServiceProvider? services = null)
        where TFlow : Flow, IFlow<TFlow>
    {
        ArgumentNullException.ThrowIfNull(values);
        FlowDefinition definition = TFlow.Definition;
        var given = values.ToArray();
        var unknown = UnknownParameters.Find("The code that runs the flow", given.Select(v => v.Key), definition.Parameters);
        var binder = new ParameterBinder(unknown, [new TextParameters(given), new EnvironmentParameters(Environment.GetEnvironmentVariable)]);
        return (TFlow)EffectiveParameters.Create(definition, services ?? NoServices.Instance, binder.Bind(definition));
    }

    // As FlowClient.Open does, so that code finds its runs again.
    private static (IObjectStore Store, bool IsOwned) OpenStore(FlowRunOptions options, FlowHost? program) => options switch
    {
        { ObjectStore: { } open } => (open, false),
        { Store: { } location } => (ObjectStores.Open(location), true),
        _ when ObjectStores.Current is { } current => (current, false),
        _ => (ObjectStores.Open(ObjectStores.LocationOfEnvironment ?? program?.Store ?? ObjectStores.DefaultLocation), true),
    };
}
