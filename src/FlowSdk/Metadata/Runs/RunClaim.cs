using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>
/// What shows that a run's runner lives: a lock, which the operating system lets go when the runner dies, if the store has locks; else a lease, an object
/// that the runner refreshes from time to time.
/// </summary>
internal sealed class RunClaim : IDisposable
{
    /// <summary>A runner that has not refreshed its lease for so long, by the store's clock, counts as gone.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    // Some may come late before anybody minds.
    private static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(5);

    private readonly IObjectStore _store;
    private readonly RunPaths _run;
    private readonly TimeProvider _time;
    private readonly IDisposable? _lock;
    private long _renewedAt;

    private RunClaim(IObjectStore store, RunPaths run, TimeProvider time, IDisposable? held) =>
        (_store, _run, _time, _lock, _renewedAt) = (store, run, time, held, time.GetTimestamp());

    private bool IsLease => _lock is null;

    /// <summary>Claims a run that is about to begin.</summary>
    /// <returns>What holds it until it is disposed, or no longer renewed; null if another runner has it.</returns>
    public static async ValueTask<RunClaim?> TryTakeAsync(IObjectStore store, RunPaths run, TimeProvider time, CancellationToken cancellation)
    {
        if (store is IExclusiveLocks locks)
        {
            return locks.TryTake(run.Lock) is { } held ? new(store, run, time, held) : null;
        }

        return await store.PutIfAbsentAsync(run.Lease, default, cancellation) is not null ? new(store, run, time, null) : null;
    }

    /// <summary>Whether a run has a runner that lives, as far as anyone can tell. A lease may outlive its run by some seconds; a lock does not.</summary>
    public static async ValueTask<bool> IsHeldAsync(IObjectStore store, RunPaths run, CancellationToken cancellation)
    {
        if (store is IExclusiveLocks locks)
        {
            return locks.IsHeld(run.Lock);
        }

        return await store.FindAsync(run.Lease, cancellation) is { } lease && await store.GetTimeAsync(cancellation) - lease.ModifiedAt < LeaseDuration;
    }

    /// <summary>Refreshes the lease if it is time to. A runner that comes late goes on all the same: the journal tells it if its run was resumed meanwhile.</summary>
    public async ValueTask RenewAsync(CancellationToken cancellation = default)
    {
        if (!IsLease || _time.GetElapsedTime(_renewedAt) < RenewalInterval)
        {
            return;
        }

        // First, so that a slow store is not asked the more often.
        _renewedAt = _time.GetTimestamp();
        if (!await _store.RefreshAsync(_run.Lease, cancellation))
        {
            await _store.PutIfAbsentAsync(_run.Lease, default, cancellation);
        }
    }

    /// <summary>Takes the lease away, once the run has its last record.</summary>
    public async ValueTask EndLeaseAsync(CancellationToken cancellation)
    {
        if (IsLease)
        {
            await _store.DeleteAsync(_run.Lease, null, cancellation);
        }
    }

    /// <summary>Lets go of the lock. A lease stays, and is soon too old.</summary>
    public void Dispose() => _lock?.Dispose();
}
