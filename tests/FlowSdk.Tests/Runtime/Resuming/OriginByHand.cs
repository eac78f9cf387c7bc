using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Storage;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.Runtime.Resuming;

/// <summary>A run that has ended, written down record by record, and the flow that it was of.</summary>
internal sealed class OriginByHand(IObjectStore store, FlowDefinition definition)
{
    private static readonly DateTimeOffset _createdAt = new(2026, 11, 21, 9, 32, 0, TimeSpan.Zero);
    private static readonly RunPaths _paths = new("Flow", "20261121-093200000-k7qp");

    private readonly List<JournalRecord> _records = [];
    private readonly FlowGraph _graph = FlowGraphBuilder.Build(definition);

    public IReadOnlyList<RecordedParameter> Parameters { get; init; } = [];

    /// <summary>A flow of steps that do nothing. Artifacts are of type <c>int</c> unless they say another one after a colon.</summary>
    public static FlowDefinition Flow(
        IReadOnlyList<StepDefinition> steps, IReadOnlyList<string>? artifacts = null, IReadOnlyList<StepSource>? sources = null, bool needsServices = false) =>
        new FlowDefinition<HandWrittenFlow>
        {
            Name = "Flow",
            Steps = steps,
            Artifacts = [.. (artifacts ?? []).Select(a => a.Split(':')).Select(a => new ArtifactInfo<int>(a[0], a.ElementAtOrDefault(1) ?? "int"))],
            Parameters = [],
            Sources = () => sources ?? [],
            ConstructorNeedsServices = needsServices,
            Constructor = static (_, _) => throw new InvalidOperationException("Nothing runs here."),
            ViewConstructor = static _ => throw new InvalidOperationException("Nothing runs here."),
            Dispatch = static (_, _, _) => throw new InvalidOperationException("Nothing runs here."),
        };

    public static StepDefinition Step(string name, params TransitionDefinition[] transitions) => new(name) { Transitions = transitions };

    public static StepDefinition Join(string name, params TransitionDefinition[] transitions) => new(name) { Transitions = transitions, IsJoin = true };

    /// <summary>A finished task, which took the transition of its step with a given number, and set some artifacts.</summary>
    public OriginByHand Task(
        long id, string step, long[] parents, long split = 0, int index = 0, int visit = 0, int edge = 0, int count = 1, params ArtifactChange[] artifacts)
    {
        var number = Number(step);
        var taken = _graph.Nodes[number].Edges.ElementAtOrDefault(edge);
        _records.Add(new TaskFinishedRecord
        {
            TaskId = id,
            Key = new(number, visit, split, index),
            Parents = parents,
            Attempt = 0,
            StartedAt = _createdAt,
            FinishedAt = _createdAt,
            Worker = 1,
            Transition = taken is null ? null : new(taken.Kind, taken.Targets, taken.Kind is TransitionKind.Branch ? taken.Targets.Count : count, Items(taken.Kind, count)),
            Artifacts = new(null, 0, artifacts),
        });
        return this;
    }

    public OriginByHand Fail(long id, string step, long split = 0, int index = 0, int visit = 0)
    {
        _records.Add(new AttemptFailedRecord
        {
            TaskId = id,
            Key = new(Number(step), visit, split, index),
            Attempt = 0,
            StartedAt = _createdAt,
            FinishedAt = _createdAt,
            Worker = 1,
            Failure = new(FailureKind.Exception, "T", "broken", ""),
            IsFinal = true,
        });
        return this;
    }

    /// <summary>Writes the run down. Without a last record it was interrupted.</summary>
    public async Task<RunReader> WriteAsync(RunStatus? end = RunStatus.Failed)
    {
        var request = new RunRequest
        {
            Definition = definition,
            Graph = _graph,
            Parameters = Parameters,
            Isolation = IsolationMode.Inline,
            MaxWorkers = 1,
            Services = () => throw new InvalidOperationException("Nothing runs here."),
        };
        var journal = new JournalWriter(store, _paths);
        journal.Enqueue(RunRecords.Start(request, "user", _paths.RunId, _createdAt));
        _records.ForEach(r => journal.Enqueue(r));
        if (end is { } status)
        {
            journal.Enqueue(new RunFinishedRecord { Status = status, FinishedAt = _createdAt, Steps = [] });
        }

        await journal.FlushAsync(TestContext.Current.CancellationToken);
        return new RunReader(store, _paths);
    }

    public int Number(string step) => _graph.Nodes.Index().First(n => n.Item.Name == step).Index;

    private static ItemChunk[] Items(TransitionKind kind, int count) => kind is TransitionKind.ForEach && count > 0
        ? [new(0, count, new ArtifactReference { TypeName = "System.Int32", Length = 1, Inline = new byte[] { 0x90 } })]
        : [];
}
