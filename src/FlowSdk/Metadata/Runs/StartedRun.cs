namespace FlowSdk.Metadata;

/// <summary>A run that this process is the runner of. Disposing it lets go of the run's lock.</summary>
internal sealed class StartedRun(RunPaths paths, DateTimeOffset createdAt, JournalWriter journal, LogWriter log, RunIndex succeeded, RunClaim claim) : IDisposable
{
    public RunPaths Paths { get; } = paths;

    public string RunId => Paths.RunId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The journal; its first record is written.</summary>
    public JournalWriter Journal { get; } = journal;

    public LogWriter Log { get; } = log;

    /// <summary>Shows now and then that the runner lives, where no lock does.</summary>
    public ValueTask RenewClaimAsync() => claim.RenewAsync();

    /// <summary>Closes log and journal with the run's last record, synced to disk.</summary>
    public async ValueTask FinishAsync(RunFinishedRecord end, CancellationToken cancellation = default)
    {
        await Log.CloseAsync(cancellation);
        if (end.Status == RunStatus.Succeeded)
        {
            // Before the record, so that no run that has succeeded lacks it; readers look at the record too.
            await succeeded.AddAsync(Paths, cancellation);
        }

        // A run that says how it has ended has not lost anything, whatever happens.
        await Journal.SyncAsync(cancellation);
        Journal.Enqueue(end);
        await Journal.CloseAsync(cancellation);
        await claim.EndLeaseAsync(cancellation);
    }

    public void Dispose()
    {
        Log.Dispose();
        claim.Dispose();
    }
}
