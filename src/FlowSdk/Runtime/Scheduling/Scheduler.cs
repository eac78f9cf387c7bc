using FlowSdk.Graph;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// Decides what a run does next. A pure state machine: it is told what happened and says what is to be done; time, ids of
/// processes, and everything that can fail come from outside. See docs/scheduling.md.
/// </summary>
/// <remarks>
/// Not thread-safe: one loop handles one event at a time. The work per event does not grow with the number of tasks, and what
/// is kept is what runs or waits, not what is done.
/// </remarks>
internal sealed class Scheduler
{
    /// <summary>A waiting task has room kept for it after having been passed over this many times for each worker.</summary>
    private const int PatiencePerWorker = 8;

    private readonly SchedulerOptions _options;
    private readonly ScheduleTimers _timers = new();
    private readonly RunTally _tally;
    private readonly ReadyQueue _ready;
    private readonly RunningTasks _running;
    private readonly Successors _successors;
    private readonly TransitionCheck _transitions;
    private readonly AttemptEnds _ends;
    private bool _hasBegun;
    private bool _isCanceling;
    private bool _hasEnded;

    /// <param name="graph">The flow's graph.</param>
    /// <param name="options">The limits.</param>
    /// <param name="random">Spreads the retries.</param>
    /// <param name="reused">What was taken over from another run; null for nothing.</param>
    /// <exception cref="ArgumentException">A step needs more GPUs than there are; it could never run.</exception>
    public Scheduler(FlowGraph graph, SchedulerOptions options, Random random, ReusedTasks? reused = null)
    {
        var ledger = new ResourceLedger(options);
        for (var step = 0; step < graph.Nodes.Count; step++)
        {
            if (!ledger.HasGpusFor(step, 1))
            {
                throw new ArgumentException($"Step {graph.Nodes[step].Name} needs more GPUs than there are.", nameof(options));
            }
        }

        reused ??= ReusedTasks.None;
        var factory = new UnitFactory(graph, ledger, reused);
        _options = options;
        _tally = new RunTally(graph.Nodes.Count);
        _ready = new ReadyQueue(ledger, factory, graph.Nodes.Count, (int)Math.Min(int.MaxValue, (long)PatiencePerWorker * options.MaxWorkers));
        _running = new RunningTasks(options, _timers);
        _successors = new Successors(graph, factory, _ready, _tally, reused);
        _transitions = new TransitionCheck(graph, ledger);
        _ends = new AttemptEnds(options, _running, _timers, ledger, _successors, _tally, new RetryPolicy(random));
    }

    /// <summary>Takes in what happened and has done what follows from it. What comes after the end of the run is ignored.</summary>
    public void Handle(ScheduleEvent happened, IScheduleActions actions)
    {
        if (_hasEnded)
        {
            return;
        }

        TakeIn(happened, actions);
        while (_ready.Take() is { } unit)
        {
            _running.Start(unit, actions);
        }

        if (_hasBegun && !_running.Any && _ready.IsEmpty && _timers.Retries == 0)
        {
            End(actions);
        }
    }

    private void TakeIn(ScheduleEvent happened, IScheduleActions actions)
    {
        switch (happened)
        {
            case ScheduleEvent.Begin when !_hasBegun:
                _hasBegun = true;
                _successors.Begin(actions);
                break;
            case ScheduleEvent.Begun e when _running.Find(e.TaskId, e.Attempt) is { } task:
                _running.Begun(task.Unit, actions);
                break;
            case ScheduleEvent.Succeeded e when _running.Find(e.TaskId, e.Attempt) is { } task:
                Succeeded(task, e.Output, actions);
                break;
            case ScheduleEvent.Failed e when _running.Find(e.TaskId, e.Attempt) is { } task:
                _ends.Failed(task, e.Failure, e.MayRetry, e.Detail, e.Kept, actions);
                StopAfterFailure(actions);
                break;
            case ScheduleEvent.NotStarted e when _running.Find(e.TaskId, e.Attempt) is { } task:
                _ends.NotStarted(task, e.Reason, actions);
                StopAfterFailure(actions);
                break;
            case ScheduleEvent.TimerElapsed e when _timers.TryTake(e.Timer, out var timer):
                Elapsed(timer, actions);
                break;
            case ScheduleEvent.CancelRequested when !_isCanceling:
                Cancel(actions);
                break;
            case ScheduleEvent.KillRequested:
                Close(actions);
                _running.KillAll(actions);
                break;
        }
    }

    private void Succeeded(ScheduledTask task, TaskOutput output, IScheduleActions actions)
    {
        if (_transitions.Check(task, output.Transition, out var edge) is { } wrong)
        {
            _ends.Failed(task, wrong, mayRetry: false, output.Detail, output.Artifacts, actions);
            StopAfterFailure(actions);
            return;
        }

        task.Edge = edge;
        _ends.Succeeded(task, output, actions);
    }

    private void Elapsed(ScheduleTimer timer, IScheduleActions actions)
    {
        switch (timer)
        {
            case { Kind: TimerKind.Retry, Unit: { } unit }:
                _successors.Again(unit);
                break;
            case { Kind: TimerKind.Timeout, Unit: { Outcome: UnitOutcome.Succeeds } unit }:
                _running.TimeOut(unit, actions);
                break;
            case { Kind: TimerKind.TimeoutGrace, Unit: { } unit }:
                RunningTasks.Kill(unit, actions);
                break;
            case { Kind: TimerKind.CancelGrace }:
                _running.KillAll(actions);
                break;
        }
    }

    private void StopAfterFailure(IScheduleActions actions)
    {
        if (!_tally.AnyFailed || !_successors.IsOpen || _options.OnFailure is OnFailure.Continue)
        {
            return;
        }

        Close(actions);
        if (_options.OnFailure is OnFailure.Stop)
        {
            _running.KillAll(actions);
        }
    }

    private void Cancel(IScheduleActions actions)
    {
        _isCanceling = true;
        Close(actions);
        if (_running.Any)
        {
            _running.CancelAll(actions);
            _timers.Set(TimerKind.CancelGrace, unit: null, _options.CancelGrace, actions);
        }
    }

    private void Close(IScheduleActions actions)
    {
        _successors.Close();
        foreach (var unit in _timers.CancelRetries(actions))
        {
            _tally.Canceled(unit.Step, unit.Members.Length);
        }
    }

    private void End(IScheduleActions actions)
    {
        _hasEnded = true;
        _timers.Clear(actions);
        var status = _tally.AnyFailed ? RunStatus.Failed
            : _successors.EndTask is null ? RunStatus.Canceled
            : RunStatus.Succeeded;
        actions.End(new RunEnd(status, _tally.Steps, _successors.EndTask));
    }
}
