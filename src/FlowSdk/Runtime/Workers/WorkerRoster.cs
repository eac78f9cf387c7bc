using FlowSdk.Runtime.Machine;

namespace FlowSdk.Runtime.Workers;

/// <summary>The workers of a run that live: starts them, finds them, and knows when the last one has ended. For the pool, under its lock.</summary>
internal sealed class WorkerRoster(WorkerPrestart prestart, IReadOnlyList<Gpu> gpus, WorkerContext context)
{
    private readonly Dictionary<string, Worker> _workers = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastNumber;

    // Those that live, and the roster itself until the run is over.
    private int _living = 1;

    /// <summary>How many have not been told to end.</summary>
    public int Active => _workers.Values.Count(static worker => worker.State != WorkerState.Ending);

    /// <summary>The worker that proves itself with a token; null if there is none.</summary>
    public Worker? Find(string token) => _workers.GetValueOrDefault(token);

    /// <summary>Takes the worker in that was started before the run.</summary>
    public void Adopt(WorkerQueue queue) => Add(queue, prestart.Token, claim: null, _ => prestart.Process);

    /// <summary>Starts workers of one profile, all or none.</summary>
    /// <returns>False if there are not enough GPUs free: another run has them. The next batch, at the latest in a second, looks again.</returns>
    public bool TryLaunch(WorkerQueue queue, int count)
    {
        IReadOnlyList<GpuClaim?> claims = new GpuClaim?[count];
        if (queue.Profile.Gpus > 0)
        {
            if (GpuSlots.OfThisMachine.TryClaim(gpus, queue.Profile.Gpus, count) is not { } claimed)
            {
                return false;
            }

            claims = claimed;
        }

        var launch = prestart.Launch;
        foreach (var claim in claims)
        {
            Add(queue, Secrets.New(), claim, worker => Task.Run(() => WorkerProcess.Start(launch, worker.Environment())));
        }

        return true;
    }

    public void Remove(Worker worker) => _workers.Remove(worker.Token);

    /// <summary>Has all end: those that wait in order, the others at once.</summary>
    public void EndAll()
    {
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

    /// <summary>Ends when the last worker has ended. To be called once, when no more are started; not under the lock.</summary>
    public Task WhenEndedAsync()
    {
        OneLess();
        return _ended.Task;
    }

    private void Add(WorkerQueue queue, string token, GpuClaim? claim, Func<Worker, Task<WorkerProcess>> start)
    {
        var worker = new Worker(++_lastNumber, queue.Profile, token, claim, context);
        _workers.Add(token, worker);
        queue.Starting++;
        Interlocked.Increment(ref _living);
        _ = LiveAsync(worker, start);
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
            context.Owner.OnFault(fault);
        }
        finally
        {
            OneLess();
        }
    }

    private void OneLess()
    {
        if (Interlocked.Decrement(ref _living) == 0)
        {
            _ended.SetResult();
        }
    }
}
