using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

/// <summary>Runs flows inline, in a store of their own.</summary>
internal sealed class InlineRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InlineRun() => Store = new LocalObjectStore(_folder.Path, TimeProvider.System);

    /// <param name="folder">Where the store is instead.</param>
    /// <param name="disk">Through what it changes it.</param>
    public InlineRun(string folder, LocalDisk disk) => Store = new LocalObjectStore(folder, TimeProvider.System, disk);

    /// <param name="store">The store instead.</param>
    public InlineRun(IObjectStore store) => Store = store;

    public IObjectStore Store { get; }

    public RecordingObserver Observer { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a timed-out step has to end by itself.</summary>
    public TimeSpan TimeoutGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Stops the run in order.</summary>
    public CancellationTokenSource Cancel { get; } = new();

    /// <summary>Stops the run now.</summary>
    public CancellationTokenSource Kill { get; } = new();

    public Task<RunOutcome> RunAsync<TFlow>(TFlow parameters)
        where TFlow : Flow, IFlow<TFlow> => RunAsync(TFlow.Definition, parameters);

    public Task<RunOutcome> RunAsync(FlowDefinition definition, Flow parameters) => ExecuteAsync(RequestOf(definition, parameters));

    /// <summary>Resumes the latest run of a flow.</summary>
    public async Task<RunOutcome> ResumeAsync<TFlow>(TFlow parameters)
        where TFlow : Flow, IFlow<TFlow>
    {
        var request = RequestOf(TFlow.Definition, parameters);
        var registry = new RunRegistry(Store, Time, request.Random);
        var resume = new ResumeRequest
        {
            Origin = await OriginChoice.FindAsync(registry, request.Definition.Name, Environment.UserName, named: null),
            Definition = request.Definition,
            Graph = request.Graph,
            Parameters = request.Parameters,
            GivenParameters = new HashSet<string>(),
        };
        return await ExecuteAsync(request with { Resume = await ResumePlanner.PlanAsync(resume, Store, TestContext.Current.CancellationToken) });
    }

    private Task<RunOutcome> ExecuteAsync(RunRequest request) => RunExecution.ExecuteAsync(request, Store, Observer, Time, Cancel.Token, Kill.Token);

    private RunRequest RequestOf(FlowDefinition definition, Flow parameters)
    {
        var recorder = new ParameterRecorder(parameters, new ArtifactStore(Store));
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(recorder);
        }

        return new RunRequest
        {
            Definition = definition,
            Graph = FlowGraphBuilder.Build(definition),
            Parameters = recorder.Recorded,
            Isolation = IsolationMode.Inline,
            MaxWorkers = 4,
            TimeoutGrace = TimeoutGrace,
            Services = () => throw new InvalidOperationException("No step here needs a service."),
        };
    }

    /// <summary>The records of finished tasks, in the order in which they were committed.</summary>
    public async Task<IReadOnlyList<TaskFinishedRecord>> FinishedAsync(RunOutcome run, string flowName)
    {
        List<TaskFinishedRecord> records = [];
        await foreach (var entry in new JournalReader(Store, new(flowName, run.RunId)).ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (entry.Record is TaskFinishedRecord finished)
            {
                records.Add(finished);
            }
        }

        return records;
    }

    public void Dispose()
    {
        Cancel.Dispose();
        Kill.Dispose();
        _folder.Dispose();
    }

    private sealed class ParameterRecorder(Flow flow, ArtifactStore artifacts) : IParameterVisitor
    {
        public List<RecordedParameter> Recorded { get; } = [];

        public void Visit<T>(ParameterDefinition<T> parameter)
        {
            using var encoded = ArtifactSerializer.Encode(Codecs<T>.Instance, parameter.Get(flow), artifacts);
            Recorded.Add(new(parameter.Name, artifacts.Save(parameter.TypeName, encoded)));
        }
    }
}
