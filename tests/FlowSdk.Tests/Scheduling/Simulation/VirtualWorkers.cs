using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>Invents what becomes of an attempt: what its step decides and makes, how long it takes, and what goes wrong.</summary>
/// <param name="graph">The graph.</param>
/// <param name="options">The limits.</param>
/// <param name="faults">What goes wrong.</param>
/// <param name="journal">Where the inputs of tasks stand.</param>
/// <param name="seed">Decides what steps do: the same in every run.</param>
/// <param name="random">Decides how long things take and what goes wrong.</param>
internal sealed class VirtualWorkers(
    FlowGraph graph, SchedulerOptions options, FaultPlan faults, VirtualJournal journal, int seed, Random random)
{
    private readonly Dictionary<long, uint> _made = [];

    /// <summary>What a task makes, which is the same when it fails and is caught: so runs can be compared whatever fails in them.</summary>
    public uint MadeBy(long task) => _made[task];

    /// <summary>An attempt's events, each with its delay.</summary>
    /// <param name="start">The attempt.</param>
    /// <param name="path">What the task is.</param>
    /// <param name="launch">How often the attempt has been started, with this one.</param>
    public IEnumerable<(double Delay, ScheduleEvent Happened)> Run(TaskStart start, string path, int launch)
    {
        var (task, attempt) = (start.TaskId, start.Attempt);
        var content = _made[task] = Make(start, path);
        var limits = options.Steps[start.Key.Step];
        var isLast = attempt >= limits.RetryTimes && limits.CatchArtifact is null && !faults.FailForGood;
        var duration = random.NextDouble() * 4;
        if (start.IsTimed)
        {
            yield return (random.NextDouble(), new ScheduleEvent.Begun(task, attempt));
        }

        if (launch < AttemptEnds.MaxFailedLaunches && start.Gang is null or { Index: 0 } && Chance(faults.NotStart))
        {
            yield return (duration / 100, new ScheduleEvent.NotStarted(task, attempt, new StepFailure(FailureKind.Exit, "", "invented", "")));
            yield break;
        }

        // Something must end what hangs.
        if ((faults.CancelAt is not null || (!isLast && limits.Timeout is not null)) && Chance(faults.Hang))
        {
            yield break;
        }

        ScheduleEvent end = !isLast && Chance(faults.Fail)
            ? Failed(task, attempt, FailureKind.Exception)
            : new ScheduleEvent.Succeeded(task, attempt, new TaskOutput(Decide(start, path), ArtifactTable.Empty(0), content));
        yield return (duration, end);
        if (Chance(faults.Duplicate))
        {
            yield return (duration + (random.Next(2) * random.NextDouble()), end);
        }
    }

    /// <summary>A canceled attempt ends in its own time, or never, and then it must be killed.</summary>
    public IEnumerable<(double Delay, ScheduleEvent Happened)> Cancel(long task, int attempt) =>
        Chance(50) ? [(random.NextDouble(), Failed(task, attempt, FailureKind.Exception))] : [];

    public IEnumerable<(double Delay, ScheduleEvent Happened)> Kill(long task, int attempt) =>
        [(random.NextDouble() / 10, Failed(task, attempt, FailureKind.Signal))];

    private static ScheduleEvent.Failed Failed(long task, int attempt, FailureKind kind) =>
        new(task, attempt, new StepFailure(kind, "", "invented", ""), MayRetry: true, Detail: null);

    // What the task is given decides what it makes, so a wrong, missing or doubled input is seen in all that follows.
    private uint Make(TaskStart start, string path)
    {
        var content = TaskPath.Hash(path, seed);
        for (var frame = start.Frame; frame is not null; frame = frame.Outer)
        {
            Add(frame.Split.Position);
        }

        foreach (var input in start.Join?.Positions ?? [])
        {
            Add(input);
        }

        if ((start.Parent ?? start.Join?.Split) is { } before)
        {
            Add(before.Position);
        }

        return content;

        void Add(RecordPosition input) => content = (content * 31) + journal.At(input).Content;
    }

    private TakenTransition? Decide(TaskStart start, string path)
    {
        var edges = graph.Nodes[start.Key.Step].Edges;
        if (edges.Count == 0)
        {
            return null;
        }

        // A loop is left at the fourth visit at the latest; its way out is the last edge.
        var hash = TaskPath.Hash(path, seed);
        var edge = start.Key.Visit >= 3 ? edges[^1] : edges[(int)(hash % (uint)edges.Count)];
        var count = (int)(hash >> 8);
        return Play.Taken(edge, edge.Kind is TransitionKind.Gang ? (count % RandomCase.Gpus) + 1 : count % 7);
    }

    private bool Chance(int percent) => random.Next(100) < percent;
}
