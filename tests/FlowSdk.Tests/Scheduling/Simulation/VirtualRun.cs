using System.Globalization;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>Runs a graph under a virtual clock with invented workers, and checks all that must hold at any time.</summary>
internal sealed class VirtualRun : IScheduleActions
{
    private readonly FlowGraph _graph;
    private readonly SchedulerOptions _options;
    private readonly FaultPlan _faults;
    private readonly int _seed;
    private readonly Random _random;
    private readonly Scheduler _scheduler;
    private readonly LimitCheck _limits;
    private readonly PriorityQueue<(ScheduleEvent Happened, int Launch), (double Time, int Order)> _events = new();
    private readonly Dictionary<(long Task, int Attempt), TaskStart> _running = [];
    private readonly Dictionary<(long Task, int Attempt), int> _launches = [];
    private readonly HashSet<long> _canceledTimers = [];
    private readonly Dictionary<long, string> _paths = [];
    private readonly List<long> _committed = [];
    private readonly HashSet<long> _over = [];
    private double _now;
    private int _order;

    private VirtualRun(FlowGraph graph, SchedulerOptions options, FaultPlan faults, int seed, int noise)
    {
        (_graph, _options, _faults, _seed, _random) = (graph, options, faults, seed, new Random(noise));
        _limits = new LimitCheck(options);
        _scheduler = new Scheduler(graph, options, new Random(noise));
    }

    public HashSet<string> Committed { get; } = [];

    public RunEnd? Ended { get; private set; }

    public long DueTasks { get; private set; }

    /// <param name="graph">The graph.</param>
    /// <param name="options">The limits.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="seed">Decides what steps do: the same in every run.</param>
    /// <param name="noise">Decides how long things take and what goes wrong.</param>
    public static VirtualRun Play(FlowGraph graph, SchedulerOptions options, FaultPlan faults, int seed, int noise)
    {
        var run = new VirtualRun(graph, options, faults, seed, noise);
        run.Post(0, new ScheduleEvent.Begin());
        if (faults.CancelAt is { } cancel)
        {
            run.Post(cancel, new ScheduleEvent.CancelRequested());
        }

        while (run._events.TryDequeue(out var happened, out var at))
        {
            run._now = at.Time;
            run.Happen(happened.Happened, happened.Launch);
        }

        run.Ended.ShouldNotBeNull("Every run ends.");
        run._running.ShouldBeEmpty("Nothing runs when a run has ended.");
        return run;
    }

    public RecordPosition Commit(TaskCommit commit)
    {
        var path = _paths[commit.TaskId];
        Committed.Add(path).ShouldBeTrue($"{path} is committed at most once.");
        _over.Contains(commit.TaskId).ShouldBeFalse($"{path} failed for good before.");
        _committed.Add(commit.TaskId);
        commit.Parents.All(p => Committed.Contains(_paths[p])).ShouldBeTrue("Parents are committed before their children.");
        return new RecordPosition(0, _committed.Count - 1);
    }

    public void Reuse(int step, long taskId) => throw new InvalidOperationException("Nothing was taken over.");

    public void RecordFailure(AttemptFailure failure)
    {
        Committed.Contains(_paths[failure.TaskId]).ShouldBeFalse("Nothing fails that is committed.");
        if (failure.IsFinal)
        {
            _over.Add(failure.TaskId).ShouldBeTrue("A task fails for good once.");
        }
    }

    public void Start(TaskStart start)
    {
        Ended.ShouldBeNull("Nothing starts in a run that has ended.");
        var outside = start.Frame is { } frame ? $"{_paths[frame.Split.TaskId]}/{frame.Index}" : "";
        var path = string.Create(CultureInfo.InvariantCulture, $"{outside}:{start.Key.Step}.{start.Key.Visit}");
        _paths.TryAdd(start.TaskId, path);
        _paths[start.TaskId].ShouldBe(path);
        Committed.Contains(path).ShouldBeFalse("Nothing starts that is committed.");
        CheckParents(start);
        _running.TryAdd((start.TaskId, start.Attempt), start).ShouldBeTrue($"{path} runs once at a time.");
        _limits.Start(start);
        Invent(start, path);
    }

    // A canceled worker ends in its own time, or never, and then it must be killed.
    public void Cancel(long taskId, int attempt)
    {
        _running.ContainsKey((taskId, attempt)).ShouldBeTrue("Only what runs is told to end.");
        if (_random.Next(2) == 0)
        {
            Post(_random.NextDouble(), Failed(taskId, attempt, FailureKind.Exception));
        }
    }

    public void Kill(long taskId, int attempt)
    {
        _running.ContainsKey((taskId, attempt)).ShouldBeTrue("Only what runs is told to end.");
        Post(_random.NextDouble() / 10, Failed(taskId, attempt, FailureKind.Signal));
    }

    public void SetTimer(long timer, TimeSpan delay) => Post(delay.TotalSeconds, new ScheduleEvent.TimerElapsed(timer));

    public void CancelTimer(long timer) => _canceledTimers.Add(timer);

    public void Due(int step, long count) => DueTasks += count;

    public void End(RunEnd end)
    {
        Ended.ShouldBeNull("A run ends once.");
        _running.ShouldBeEmpty("Nothing runs when a run ends.");
        Ended = end;
    }

    private static ScheduleEvent.Failed Failed(long task, int attempt, FailureKind kind) =>
        new(task, attempt, new StepFailure(kind, "", "invented", ""), MayRetry: true, Detail: null);

    private void Happen(ScheduleEvent happened, int launch)
    {
        if (happened is ScheduleEvent.TimerElapsed timer && _canceledTimers.Remove(timer.Timer))
        {
            return;
        }

        // What a worker left behind may be heard after its attempt is over, but not as the voice of the attempt's next worker.
        var attempt = AttemptOf(happened);
        if (launch != _launches.GetValueOrDefault(attempt))
        {
            return;
        }

        if (happened is not ScheduleEvent.Begun && _running.Remove(attempt, out var ended))
        {
            _limits.End(ended);
        }

        _scheduler.Handle(happened, this);
    }

    private static (long Task, int Attempt) AttemptOf(ScheduleEvent happened) => happened switch
    {
        ScheduleEvent.Begun e => (e.TaskId, e.Attempt),
        ScheduleEvent.Succeeded e => (e.TaskId, e.Attempt),
        ScheduleEvent.Failed e => (e.TaskId, e.Attempt),
        ScheduleEvent.NotStarted e => (e.TaskId, e.Attempt),
        _ => (0, 0),
    };

    private void Invent(TaskStart start, string path)
    {
        var (task, attempt) = (start.TaskId, start.Attempt);
        var limits = _options.Steps[start.Key.Step];
        var isLast = attempt >= limits.RetryTimes && !_faults.FailForGood;
        var launch = _launches[(task, attempt)] = _launches.GetValueOrDefault((task, attempt)) + 1;
        var duration = _random.NextDouble() * 4;
        if (start.IsTimed)
        {
            Post(_random.NextDouble(), new ScheduleEvent.Begun(task, attempt));
        }

        if (launch < AttemptEnds.MaxFailedLaunches && start.Gang is null or { Index: 0 } && Chance(_faults.NotStart))
        {
            Post(duration / 100, new ScheduleEvent.NotStarted(task, attempt, new StepFailure(FailureKind.Exit, "", "invented", "")));
        }
        else if (!isLast && limits.Timeout is not null && Chance(_faults.Hang))
        {
            // Never ends by itself.
        }
        else if (!isLast && Chance(_faults.Fail))
        {
            PostTwice(duration, Failed(task, attempt, FailureKind.Exception));
        }
        else
        {
            PostTwice(duration, new ScheduleEvent.Succeeded(task, attempt, new TaskOutput(Decide(start, path), ArtifactTable.Empty(0), null)));
        }
    }

    private TakenTransition? Decide(TaskStart start, string path)
    {
        var edges = _graph.Nodes[start.Key.Step].Edges;
        if (edges.Count == 0)
        {
            return null;
        }

        // A loop is left at the fourth visit at the latest; its way out is the last edge.
        var hash = TaskPath.Hash(path, _seed);
        var edge = start.Key.Visit >= 3 ? edges[^1] : edges[(int)(hash % (uint)edges.Count)];
        var count = (int)(hash >> 8) % 5;
        return Scheduling.Play.Taken(edge, edge.Kind is TransitionKind.Gang ? count + 1 : count);
    }

    private void CheckParents(TaskStart start)
    {
        if (start.Parent is { } parent)
        {
            Committed.Contains(_paths[parent.TaskId]).ShouldBeTrue("A task starts when its parent is committed.");
        }
        else if (start.Join is { } join)
        {
            Committed.Contains(_paths[join.Split.TaskId]).ShouldBeTrue("A join starts when its split is committed.");
            join.Positions.All(p => p.Offset < _committed.Count).ShouldBeTrue("A join starts when all it closes is committed.");
            join.Positions.Select(p => IndexOf(_paths[_committed[p.Offset]])).SequenceEqual(Enumerable.Range(0, join.Positions.Count))
                .ShouldBeTrue("Join receives items in order.");
        }
    }

    // The path of a task ends with the index in its innermost split, a colon, and the step and visit.
    private static int IndexOf(string path)
    {
        var end = path.LastIndexOf(':');
        return int.Parse(path.AsSpan(path.LastIndexOf('/', end) + 1, end - path.LastIndexOf('/', end) - 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private void PostTwice(double delay, ScheduleEvent happened)
    {
        Post(delay, happened);
        if (Chance(_faults.Duplicate))
        {
            Post(delay + (_random.Next(2) * _random.NextDouble()), happened);
        }
    }

    private void Post(double delay, ScheduleEvent happened) =>
        _events.Enqueue((happened, _launches.GetValueOrDefault(AttemptOf(happened))), (_now + delay, ++_order));
}
