using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Machine;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime.Workers;

/// <summary>Runs tasks in worker processes: warm ones of the step's profile, started when needed and kept while there is room.</summary>
internal sealed class WorkerPool : ITaskRunner, IWorkerOwner
{
    private readonly Lock _gate = new();
    private readonly Dictionary<WorkerProfile, WorkerQueue> _queues = [];
    private readonly WorkerQueue[] _queueOfStep;
    private readonly WorkerRoster _roster;
    private readonly Dictionary<RunningAttempt, Worker> _busy = [];
    private readonly Dictionary<long, string> _gangAddresses = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private readonly RunRequest _request;
    private readonly WorkerPrestart _prestart;
    private readonly AttemptReports _reports;
    private readonly RunQueue _queue;
    private bool _isClosing;

    public WorkerPool(
        RunRequest request, MachineResources machine, RunDescription run, string storeLocation, AttemptReports reports, RunQueue queue, TaskLog log, TimeProvider time)
    {
        (_request, _reports, _queue) = (request, reports, queue);
        _prestart = request.Prestart ?? WorkerPrestart.Start(request.Launch ?? throw new ArgumentException("Workers need a way to be started.", nameof(request)));
        _prestart.IsAdopted = true;
        var context = new WorkerContext(request.Definition, run, storeLocation, _prestart.Listener, this, reports, log, time);
        _roster = new(_prestart, machine.Gpus, context);
        _queueOfStep = [.. request.Steps.Select(step => QueueOf(WorkerProfile.Of(step, request.WithoutGpu)))];
        _roster.Adopt(QueueOf(WorkerProfile.Plain));
        _accepting = WorkerGreeting.AcceptAsync(_prestart.Listener, Find, OnFault, _closing.Token);
    }

    private int Room => Math.Max(_request.MaxWorkers, _busy.Count + _queues.Values.Sum(q => q.Waiting)) - _roster.Active;

    public void Start(RunningAttempt attempt)
    {
        var gang = GangAddresses.MemberOf(attempt.Start.Gang, _gangAddresses);
        lock (_gate)
        {
            var queue = _queueOfStep[attempt.Step];
            queue.Enqueue(attempt, gang);
            Serve(queue);
        }
    }

    public void EndBatch()
    {
        _gangAddresses.Clear();
        lock (_gate)
        {
            foreach (var queue in _queues.Values)
            {
                Serve(queue);
                if (queue.Profile.Gpus > 0 && (queue.Waiting == 0 || queue.Starting == 0))
                {
                    // Another run may be waiting for GPUs that nothing here needs now; a gang that does not get all of its own keeps none either.
                    StopIdle(queue);
                }
            }
        }
    }

    public void Cancel(RunningAttempt attempt)
    {
        lock (_gate)
        {
            if (_busy.TryGetValue(attempt, out var worker))
            {
                worker.Cancel();
                return;
            }
        }

        Withdraw(attempt);
    }

    public void Kill(RunningAttempt attempt)
    {
        lock (_gate)
        {
            if (_busy.TryGetValue(attempt, out var worker))
            {
                worker.Kill();
                return;
            }
        }

        Withdraw(attempt);
    }

    public void OnReady(Worker worker)
    {
        lock (_gate)
        {
            if (worker.State == WorkerState.Starting)
            {
                QueueOf(worker.Profile).Starting--;
                BecomeIdle(worker);
                ServeAll();
            }
        }
    }

    public void OnTaskEnded(Worker worker, RunningAttempt attempt, TaskResult result)
    {
        lock (_gate)
        {
            _busy.Remove(attempt);
            if (worker.State == WorkerState.Busy)
            {
                BecomeIdle(worker);
            }
        }

        _reports.Report(attempt, result);
    }

    public void OnDied(Worker worker, RunningAttempt? attempt, bool hasBegun, StepFailure reason, int exit)
    {
        lock (_gate)
        {
            var queue = QueueOf(worker.Profile);
            _roster.Remove(worker);
            queue.Idle.Remove(worker);
            if (worker.State == WorkerState.Starting)
            {
                queue.Starting--;
                if (attempt is null && queue.Waiting > 0)
                {
                    // One that waits has lost its worker: three in a row, and the task fails rather than waiting for ever.
                    attempt = queue.TakeFirst();
                }
            }

            worker.State = WorkerState.Ending;
            if (attempt is not null)
            {
                _busy.Remove(attempt);
            }

            ServeAll();
        }

        if (attempt is null)
        {
            return;
        }

        if (hasBegun || reason.Kind == FailureKind.Canceled)
        {
            _reports.Report(attempt, new TaskResult.Failure(reason, MayRetry: true) { Exit = exit });
        }
        else
        {
            _reports.ReportNotStarted(attempt, reason);
        }
    }

    public void OnFault(Exception fault) => _queue.PostFault(fault);

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosing = true;
            _roster.EndAll();
        }

        await _roster.WhenEndedAsync();
        await _closing.CancelAsync();
        await _accepting;
        _prestart.Listener.Dispose();
        _closing.Dispose();
    }

    private Worker? Find(string token)
    {
        lock (_gate)
        {
            return _roster.Find(token);
        }
    }

    private WorkerQueue QueueOf(WorkerProfile profile)
    {
        if (!_queues.TryGetValue(profile, out var queue))
        {
            queue = new(profile);
            _queues.Add(profile, queue);
        }

        return queue;
    }

    private void ServeAll()
    {
        foreach (var queue in _queues.Values)
        {
            Serve(queue);
        }
    }

    private void Serve(WorkerQueue queue)
    {
        while (queue.TryTakeUnit() is { } unit)
        {
            foreach (var (attempt, gang) in unit.Members)
            {
                Execute(queue.TakeIdle(), attempt, gang);
            }
        }

        while (!_isClosing && queue.Lacking is > 0 and var lacking && MakeRoom(queue, lacking) && _roster.TryLaunch(queue, lacking))
        {
        }
    }

    private void Execute(Worker worker, RunningAttempt attempt, Gang? gang)
    {
        worker.State = WorkerState.Busy;
        _busy.Add(attempt, worker);
        worker.Execute(attempt, gang);
    }

    private void BecomeIdle(Worker worker)
    {
        var queue = QueueOf(worker.Profile);
        var isUsed = worker.State == WorkerState.Busy;
        if (isUsed && _request.Isolation == IsolationMode.Fresh)
        {
            worker.State = WorkerState.Ending;
            worker.Stop();
            Serve(queue);
            return;
        }

        worker.State = WorkerState.Idle;
        queue.Idle.Add(worker);
        Serve(queue);
    }

    private bool MakeRoom(WorkerQueue queue, int count)
    {
        while (Room < count)
        {
            if (_queues.Values.FirstOrDefault(other => other != queue && other.Idle.Count > 0) is not { } other)
            {
                return false;
            }

            var worker = other.Idle[0];
            other.Idle.RemoveAt(0);
            worker.State = WorkerState.Ending;
            worker.Stop();
        }

        return true;
    }

    private static void StopIdle(WorkerQueue queue)
    {
        foreach (var worker in queue.Idle)
        {
            worker.State = WorkerState.Ending;
            worker.Stop();
        }

        queue.Idle.Clear();
    }

    private void Withdraw(RunningAttempt attempt)
    {
        bool isWithdrawn;
        lock (_gate)
        {
            isWithdrawn = _queueOfStep[attempt.Step].Remove(attempt);
        }

        if (isWithdrawn)
        {
            _reports.Report(attempt, new TaskResult.Failure(new(FailureKind.Canceled, "", "The step was stopped before a worker was free for it.", ""), MayRetry: true));
        }
    }
}
