using System.Globalization;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>
/// Runs a graph under a virtual clock, with invented workers and an invented journal, as the loop of a run does: events in batches, then the journal,
/// then what is to be started. Checks all that must hold at any time.
/// </summary>
internal sealed class VirtualRun : IScheduleActions
{
    private readonly SchedulerOptions _options;
    private readonly FaultPlan _faults;
    private readonly Random _random;
    private readonly Scheduler _scheduler;
    private readonly VirtualWorkers _workers;
    private readonly LimitCheck _limits;
    private readonly PriorityQueue<(ScheduleEvent Happened, int Launch), (double Time, int Order)> _events = new();
    private readonly List<Action> _orders = [];
    private readonly Dictionary<(long Task, int Attempt), TaskStart> _running = [];
    private readonly Dictionary<(long Task, int Attempt), int> _launches = [];
    private readonly HashSet<long> _canceledTimers = [];
    private readonly Dictionary<long, string> _paths = [];
    private readonly HashSet<long> _over = [];
    private readonly HashSet<long> _caught = [];
    private readonly HashSet<long> _takenOver;
    private bool _isClosed;
    private double _now;
    private int _order;

    private VirtualRun(FlowGraph graph, SchedulerOptions options, FaultPlan faults, int seed, int noise, IReadOnlyList<VirtualRecord> takenOver)
    {
        (_options, _faults, _random) = (options, faults, new Random(noise));
        _limits = new LimitCheck(options);
        _scheduler = new Scheduler(graph, options, new Random(noise), TakenOver.Index(takenOver));
        _takenOver = [.. takenOver.Select(r => r.Commit.TaskId)];
        foreach (var record in takenOver)
        {
            _paths.Add(record.Commit.TaskId, record.Path);
            Journal.Add(record);
        }

        Journal.Flush();
        _workers = new VirtualWorkers(graph, options, faults, Journal, seed, _random);
    }

    public VirtualJournal Journal { get; } = new();

    /// <summary>How the run ended; null if its runner died.</summary>
    public RunEnd? Ended { get; private set; }

    public long DueTasks { get; private set; }

    /// <param name="graph">The graph.</param>
    /// <param name="options">The limits.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="seed">Decides what steps do: the same in every run.</param>
    /// <param name="noise">Decides how long things take and what goes wrong.</param>
    /// <param name="takenOver">What another run of the graph has done already.</param>
    public static VirtualRun Play(
        FlowGraph graph, SchedulerOptions options, FaultPlan faults, int seed, int noise, IReadOnlyList<VirtualRecord> takenOver)
    {
        var run = new VirtualRun(graph, options, faults, seed, noise, takenOver);
        run.Post(0, new ScheduleEvent.Begin());
        if (faults.CancelAt is { } cancel)
        {
            run.Post(cancel, new ScheduleEvent.CancelRequested());
        }

        return run.RunToItsEnd() ? run : run.Died();
    }

    public RecordPosition Commit(TaskCommit commit)
    {
        var path = _paths[commit.TaskId];
        _over.Contains(commit.TaskId).ShouldBeFalse($"{path} failed for good before.");
        commit.Parents.All(p => Journal.Contains(_paths[p])).ShouldBeTrue("Parents are committed before their children.");
        return Journal.Add(new VirtualRecord(path, commit, (uint)commit.Output.Detail!));
    }

    public void Reuse(int step, long taskId) => _takenOver.Remove(taskId).ShouldBeTrue("Only what was taken over is reused, and once.");

    public TaskOutput Catch(CaughtTask caught)
    {
        _options.Steps[caught.Key.Step].CatchArtifact.ShouldNotBeNull("Only what asks for it is caught.");
        caught.Failure.Kind.ShouldNotBe(FailureKind.Canceled, "What is canceled is not caught.");
        return new TaskOutput(caught.Transition, ArtifactTable.Empty(0), _workers.MadeBy(caught.TaskId));
    }

    public void RecordFailure(AttemptFailure failure)
    {
        Journal.Contains(_paths[failure.TaskId]).ShouldBeFalse("Nothing fails that is committed.");
        if (failure.IsCaught)
        {
            failure.IsFinal.ShouldBeFalse("What is caught goes on.");
            _caught.Add(failure.TaskId).ShouldBeTrue("A task is caught once.");
        }

        if (failure.IsFinal)
        {
            _over.Add(failure.TaskId).ShouldBeTrue("A task fails for good once.");
            _isClosed |= failure.Failure.Kind is not FailureKind.Canceled && _options.OnFailure is not OnFailure.Continue;
        }
    }

    public void Start(TaskStart start)
    {
        Ended.ShouldBeNull("Nothing starts in a run that has ended.");
        _isClosed.ShouldBeFalse("No task and no attempt starts in a run that is canceled or has failed.");
        start.Attempt.ShouldBeLessThanOrEqualTo(_options.Steps[start.Key.Step].RetryTimes);
        var attempt = (start.TaskId, start.Attempt);
        var path = PathOf(start);
        Journal.Contains(path).ShouldBeFalse("Nothing starts that is committed.");
        _running.TryAdd(attempt, start).ShouldBeTrue($"{path} runs once at a time.");
        _limits.Start(start);
        var launch = _launches[attempt] = _launches.GetValueOrDefault(attempt) + 1;
        _orders.Add(() =>
        {
            CheckOrder(start);
            Post(_workers.Run(start, path, launch), launch);
        });
    }

    public void Cancel(long taskId, int attempt) => Order(taskId, attempt, _workers.Cancel);

    public void Kill(long taskId, int attempt) => Order(taskId, attempt, _workers.Kill);

    public void SetTimer(long timer, TimeSpan delay) => Post(delay.TotalSeconds, new ScheduleEvent.TimerElapsed(timer));

    public void CancelTimer(long timer) => _canceledTimers.Add(timer);

    public void Due(int step, long count) => DueTasks += count;

    public void End(RunEnd end)
    {
        Ended.ShouldBeNull("A run ends once.");
        _running.ShouldBeEmpty("Nothing runs when a run ends.");
        _caught.All(task => Journal.Contains(_paths[task])).ShouldBeTrue("What is caught is committed.");
        Ended = end;
    }

    private static (long Task, int Attempt) AttemptOf(ScheduleEvent happened) => happened switch
    {
        ScheduleEvent.Begun e => (e.TaskId, e.Attempt),
        ScheduleEvent.Succeeded e => (e.TaskId, e.Attempt),
        ScheduleEvent.Failed e => (e.TaskId, e.Attempt),
        ScheduleEvent.NotStarted e => (e.TaskId, e.Attempt),
        _ => (0, 0),
    };

    // The loop of a run. Returns false when the runner dies.
    private bool RunToItsEnd()
    {
        while (_events.TryPeek(out _, out var next))
        {
            _now = Math.Max(_now, next.Time);
            for (var count = _random.Next(1, 9); count > 0 && _events.TryPeek(out _, out next) && next.Time <= _now; count--)
            {
                var (happened, launch) = _events.Dequeue();
                Happen(happened, launch);
            }

            if (_random.Next(100) < _faults.Die)
            {
                return false;
            }

            Flush();
        }

        Ended.ShouldNotBeNull("Every run ends.");
        return true;
    }

    // A disk may take its time; what happens meanwhile is looked at afterwards.
    private void Flush()
    {
        Journal.Flush();
        _now += _random.Next(4) == 0 ? _random.NextDouble() : 0;
        foreach (var order in _orders)
        {
            order();
        }

        _orders.Clear();
    }

    private VirtualRun Died()
    {
        Journal.Tear(_random);
        Ended = null;
        return this;
    }

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

        _isClosed |= happened is ScheduleEvent.CancelRequested;
        _scheduler.Handle(happened, this);
        (Ended is null && _isClosed && _running.Count == 0).ShouldBeFalse("Nothing keeps a run that is canceled or has failed from ending.");
        if (happened is ScheduleEvent.Begin)
        {
            _takenOver.ShouldBeEmpty("All that was taken over is used.");
        }
    }

    private string PathOf(TaskStart start)
    {
        var outside = start.Frame is { } frame ? $"{_paths[frame.Split.TaskId]}/{frame.Index}" : "";
        var path = string.Create(CultureInfo.InvariantCulture, $"{outside}:{start.Key.Step}.{start.Key.Visit}");
        _paths.TryAdd(start.TaskId, path);
        _paths[start.TaskId].ShouldBe(path);
        return path;
    }

    private void CheckOrder(TaskStart start)
    {
        var inputs = start.Join?.Positions.Select(p => IndexOf(Journal.At(p).Path)) ?? [];
        inputs.SequenceEqual(Enumerable.Range(0, start.Join?.Positions.Count ?? 0)).ShouldBeTrue("Join receives items in order.");
    }

    // The path of a task ends with the index in its innermost split, a colon, and the step and visit.
    private static int IndexOf(string path)
    {
        var end = path.LastIndexOf(':');
        return int.Parse(path.AsSpan(path.LastIndexOf('/', end) + 1, end - path.LastIndexOf('/', end) - 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private void Order(long taskId, int attempt, Func<long, int, IEnumerable<(double Delay, ScheduleEvent Happened)>> order)
    {
        _running.ContainsKey((taskId, attempt)).ShouldBeTrue("Only what runs is told to end.");
        var launch = _launches[(taskId, attempt)];
        _orders.Add(() => Post(order(taskId, attempt), launch));
    }

    private void Post(IEnumerable<(double Delay, ScheduleEvent Happened)> events, int launch)
    {
        foreach (var (delay, happened) in events)
        {
            _events.Enqueue((happened, launch), (_now + delay, ++_order));
        }
    }

    private void Post(double delay, ScheduleEvent happened) => Post([(delay, happened)], launch: 0);
}
