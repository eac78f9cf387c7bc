using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

/// <summary>Plays a scheduler by hand: a test says what happens, and looks at what the scheduler wants done.</summary>
internal sealed class Play : IScheduleActions
{
    private readonly FlowGraph _graph;
    private readonly Scheduler _scheduler;
    private readonly List<TaskStart> _running = [];

    public Play(
        FlowGraph graph,
        int maxWorkers = 100,
        Action<StepLimitsByName>? steps = null,
        Func<SchedulerOptions, SchedulerOptions>? options = null,
        ReusedTasks? reused = null)
    {
        var limits = new StepLimitsByName(graph);
        steps?.Invoke(limits);
        var chosen = new SchedulerOptions { MaxWorkers = maxWorkers, Steps = limits.Steps };
        _graph = graph;
        _scheduler = new Scheduler(graph, options?.Invoke(chosen) ?? chosen, new Random(1), reused);
    }

    /// <summary>What the scheduler asked for, in order, such as "start A/2", "kill A/2", "timer 1 30s".</summary>
    public List<string> Log { get; } = [];

    public List<TaskStart> Starts { get; } = [];

    public List<TaskCommit> Commits { get; } = [];

    public List<CaughtTask> Caught { get; } = [];

    public List<AttemptFailure> Failures { get; } = [];

    public List<TimeSpan> Delays { get; } = [];

    public RunEnd? Ended { get; private set; }

    /// <summary>What runs now, in the order in which it was started, such as "A/2 A/3".</summary>
    public string Running => string.Join(' ', _running.Select(s => Name(s.Key.Step, s.TaskId)));

    /// <summary>The steps of what runs now, in the order in which it was started.</summary>
    public string RunningSteps => string.Join(' ', _running.Select(s => _graph.Nodes[s.Key.Step].Name));

    /// <summary>The task of a step that was started first of those that run.</summary>
    public long FirstRunning(string step) => _running.First(s => _graph.Nodes[s.Key.Step].Name == step).TaskId;

    /// <summary>What another run of the graph takes over of this one: all that is committed, save some.</summary>
    public ReusedTasks TakeOver(params long[] except)
    {
        var reused = new ReusedTasks(static _ => ArtifactTable.Empty(0));
        foreach (var commit in Commits.Where(c => !except.Contains(c.TaskId)))
        {
            reused.Add(commit.Key, new ReusedTask(commit.TaskId, PositionOf(commit.TaskId), commit.Output.Transition));
        }

        return reused;
    }

    public Play Begin() => Handle(new ScheduleEvent.Begin());

    /// <summary>A task goes on along its first edge, or the one to a named step.</summary>
    public Play Succeed(long task, int count = 1, string? to = null)
    {
        var start = Starts.Last(s => s.TaskId == task);
        var edges = _graph.Nodes[start.Key.Step].Edges;
        var edge = to is null ? edges.ElementAtOrDefault(0) : edges.First(e => _graph.Nodes[e.Targets[0]].Name == to);
        return Succeed(task, edge is null ? null : Taken(edge, count));
    }

    public Play Succeed(long task, TakenTransition? transition) => End(
        task, attempt => new ScheduleEvent.Succeeded(task, attempt, new TaskOutput(transition, ArtifactTable.Empty(0), $"output of {task}")));

    public Play Fail(long task, bool mayRetry = true, FailureKind kind = FailureKind.Exception) => End(
        task, attempt => new ScheduleEvent.Failed(task, attempt, new StepFailure(kind, "T", "broken", "at"), mayRetry, $"detail of {task}"));

    public Play NotStarted(long task) => End(
        task, attempt => new ScheduleEvent.NotStarted(task, attempt, new StepFailure(FailureKind.Exit, "", "exit code 9", "")));

    /// <summary>A worker takes a running task on.</summary>
    public Play TakeOn(long task) => Handle(new ScheduleEvent.Begun(task, Starts.Last(s => s.TaskId == task).Attempt));

    public Play Elapse(long timer) => Handle(new ScheduleEvent.TimerElapsed(timer));

    public Play Handle(ScheduleEvent happened)
    {
        _scheduler.Handle(happened, this);
        return this;
    }

    /// <summary>The log since it was last asked for.</summary>
    public string[] News()
    {
        string[] news = [.. Log];
        Log.Clear();
        return news;
    }

    public static TakenTransition Taken(FlowEdge edge, int count) =>
        new(edge.Kind, edge.Targets, edge.Kind is TransitionKind.Branch ? edge.Targets.Count : count, []);

    public RecordPosition Commit(TaskCommit commit)
    {
        Commits.Add(commit);
        Log.Add($"commit {Name(commit.Key.Step, commit.TaskId)}");
        return PositionOf(commit.TaskId);
    }

    public void Reuse(int step, long taskId) => Log.Add($"reuse {Name(step, taskId)}");

    public TaskOutput Catch(CaughtTask caught)
    {
        Caught.Add(caught);
        return new TaskOutput(caught.Transition, caught.Artifacts ?? ArtifactTable.Empty(0), caught.Detail);
    }

    public void RecordFailure(AttemptFailure failure)
    {
        Failures.Add(failure);
        Log.Add($"{failure.Failure.Kind} {Name(failure.Key.Step, failure.TaskId)}#{failure.Attempt}{(failure.IsFinal ? " final" : "")}");
    }

    public void Start(TaskStart start)
    {
        Starts.Add(start);
        _running.Add(start);
        Log.Add($"start {Name(start.Key.Step, start.TaskId)}{(start.Attempt > 0 ? $"#{start.Attempt}" : "")}");
    }

    public void Cancel(long taskId, int attempt) => Log.Add($"cancel {taskId}#{attempt}");

    public void Kill(long taskId, int attempt) => Log.Add($"kill {taskId}#{attempt}");

    public void SetTimer(long timer, TimeSpan delay)
    {
        Delays.Add(delay);
        Log.Add($"timer {timer}");
    }

    public void CancelTimer(long timer) => Log.Add($"no timer {timer}");

    public void Due(int step, long count) => Log.Add($"due {count} {_graph.Nodes[step].Name}");

    public void End(RunEnd end)
    {
        Ended.ShouldBeNull("A run ends once.");
        Ended = end;
        Log.Add($"end {end.Status}");
    }

    private static RecordPosition PositionOf(long task) => new(0, (int)task * 100);

    private Play End(long task, Func<int, ScheduleEvent> happened)
    {
        var attempt = Starts.Last(s => s.TaskId == task).Attempt;
        _running.RemoveAll(s => s.TaskId == task);
        return Handle(happened(attempt));
    }

    private string Name(int step, long task) => $"{_graph.Nodes[step].Name}/{task}";
}
