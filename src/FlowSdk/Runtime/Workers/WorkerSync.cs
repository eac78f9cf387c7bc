using FlowSdk.Storage;

namespace FlowSdk.Runtime.Workers;

/// <summary>
/// Syncs to disk what a worker has stored, once a second and at its end: the runner can do that only for what it wrote itself.
/// </summary>
internal sealed class WorkerSync : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly IObjectStore _store;
    private readonly WorkerConnection _connection;
    private readonly Timer _timer;

    public WorkerSync(IObjectStore store, WorkerConnection connection)
    {
        (_store, _connection) = (store, connection);
        _timer = new(static sync => ((WorkerSync)sync!).Sync(), this, Second, Second);
    }

    /// <summary>Syncs for the last time.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Sync();
    }

    private void Sync()
    {
        try
        {
            var synced = _store.SyncAsync();
            if (!synced.IsCompletedSuccessfully)
            {
                synced.AsTask().GetAwaiter().GetResult();
            }
        }
        catch (FlowException failure)
        {
            _connection.Refuse(failure.Id, failure.Message);
        }
    }
}
