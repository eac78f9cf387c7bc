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
    private readonly Dictionary<string, Worker> _workers = [];
    private readonly Dictionary<RunningAttempt, Worker> _busy = [];
    private readonly Dictionary<long, string> _gangAddresses = [];
    private readonly List<Task> _lives = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private readonly RunRequest _request;
    private readonly MachineResources _machine;
    private readonly WorkerPrestart _prestart;
    private readonly WorkerContext _context;
    private readonly AttemptReports _reports;
    private readonly RunQueue _queue;
    private int _lastNumber;
    private bool _isClosing;

    public WorkerPool(
        RunRequest request, MachineResources machine, RunDescription run, string storeLocation, AttemptReports reports, RunQueue queue, TaskLog log, TimeProvider time)
    {
        (_request, _machine, _reports, _queue) = (request, machine, reports, queue);
        _prestart = request.Prestart ?? WorkerPrestart.Start(request.Launch ?? throw new ArgumentException("Workers need a way to be started.", nameof(request)));
        _prestart.IsAdopted = true;
        _context = new(request.Definition, run, storeLocation, _prestart.Listener, this, reports, log, time);
        _queueOfStep = [.. request.Definition.Steps.Select(step => QueueOf(WorkerProfile.Of(step, request.WithoutGpu)))];
        Adopt(QueueOf(WorkerProfile.Plain), _prestart.Token, claim: null, _ => _prestart.Process);
        _accepting = WorkerGreeting.AcceptAsync(_prestart.Listener, Find, OnFault, _closing.Token);
    }

    private int Room => Math.Max(_request.MaxWorkers, _busy.Count + _queues.Values.Sum(q => q.Waiting)) - _workers.Values.Count(w => w.State != WorkerState.Ending);

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
                if (queue.Profile.Gpus > 0)
                {
                    // Another run may be waiting for GPUs that nothing here needs now.
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

    public void OnDied(Worker worker, RunningAttempt? attempt, bool hasBegun, StepFailure reason)
    {
        lock (_gate)
        {
            var queue = QueueOf(worker.Profile);
            _workers.Remove(worker.Token);
            queue.Idle.Remove(worker);
            if (worker.State == WorkerState.Starting)
            {
                queue.Starting--;
                if (attempt is null && queue.Waiting > 0)
                {
                    // One that waits has lost its worker: three in a row, and the task fails rather than waiting for ever.
                    attempt = queue.Dequeue().Attempt;
                }
            }

            worker.State = WorkerState.Ending;
            if (attempt is not null)
            {
                _busy.Remove(attempt);
            }

            foreach (var other in _queues.Values)
            {
                Serve(other);
            }
        }

        if (attempt is null)
        {
            return;
        }

        if (hasBegun || reason.Kind == FailureKind.Canceled)
        {
            _reports.Report(attempt, new TaskResult.Failure(reason, MayRetry: true));
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
            foreach (var worker in _workers.Values)
            {
                if (worker.State == WorkerState.Idle)
                {
                    worker.Stop();
                }
                else if (worker.State != WorkerState.Ending)
                {
                    worker.Kill();
                }

                worker.State = WorkerState.Ending;
            }
        }

        await Task.WhenAll(_lives);
        await _closing.CancelAsync();
        await _accepting;
        _prestart.Listener.Dispose();
        _closing.Dispose();
    }

    private Worker? Find(string token)
    {
        lock (_gate)
        {
            return _workers.GetValueOrDefault(token);
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

    private void Serve(WorkerQueue queue)
    {
        while (queue.Waiting > 0 && queue.Idle.Count > 0)
        {
            var worker = queue.Idle[^1];
            queue.Idle.RemoveAt(queue.Idle.Count - 1);
            Execute(worker, queue);
        }

        while (!_isClosing && queue.Waiting > queue.Starting && MakeRoom() && TryLaunch(queue))
        {
        }
    }

    private void Execute(Worker worker, WorkerQueue queue)
    {
        var (attempt, gang) = queue.Dequeue();
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

    private bool MakeRoom()
    {
        if (Room > 0)
        {
            return true;
        }

        foreach (var other in _queues.Values)
        {
            if (other.Idle is [var worker, ..])
            {
                other.Idle.RemoveAt(0);
                worker.State = WorkerState.Ending;
                worker.Stop();
                return true;
            }
        }

        return false;
    }

    private bool TryLaunch(WorkerQueue queue)
    {
        GpuClaim? claim = null;
        if (queue.Profile.Gpus > 0)
        {
            claim = GpuSlots.OfThisMachine.TryClaim(_machine.Gpus, queue.Profile.Gpus);
            if (claim is null)
            {
                // Another run has them; the next batch, at the latest in a second, looks again.
                return false;
            }
        }

        var launch = _prestart.Launch;
        Adopt(queue, Secrets.New(), claim, worker => Task.Run(() => WorkerProcess.Start(launch, worker.Environment())));
        return true;
    }

    private void Adopt(WorkerQueue queue, string token, GpuClaim? claim, Func<Worker, Task<WorkerProcess>> start)
    {
        var worker = new Worker(++_lastNumber, queue.Profile, token, claim, _context);
        _workers.Add(token, worker);
        queue.Starting++;
        _lives.Add(LiveAsync(worker, start));
    }

    private async Task LiveAsync(Worker worker, Func<Worker, Task<WorkerProcess>> start)
    {
        try
        {
            await Task.Yield();
            await worker.LiveAsync(start(worker));
        }
        catch (Exception fault)
        {
            OnFault(fault);
        }
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
