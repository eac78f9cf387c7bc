using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Storage;

/// <summary>A store in a folder without its locks, as one that is shared by machines has none.</summary>
internal sealed class LocklessStore(LocalObjectStore inner) : IObjectStore, IDisposable
{
    /// <summary>Released once for each object that was refreshed.</summary>
    public SemaphoreSlim Refreshed { get; } = new(0);

    public string Location => inner.Location;

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default) => inner.FindAsync(key, cancellation);

    public ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default) =>
        inner.ReadAsync(key, offset, destination, cancellation);

    public ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        inner.PutIfAbsentAsync(key, content, cancellation);

    public ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        inner.ReplaceAsync(key, expectedVersion, content, cancellation);

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        inner.AppendAsync(key, expectedLength, content, cancellation);

    public ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default) =>
        inner.ListAsync(prefix, startAfter, pageSize, cancellation);

    public ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default) =>
        inner.DeleteAsync(key, expectedVersion, cancellation);

    public async ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default)
    {
        var isThere = await inner.RefreshAsync(key, cancellation);
        Refreshed.Release();
        return isThere;
    }

    public ValueTask SyncAsync(CancellationToken cancellation = default) => inner.SyncAsync(cancellation);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => inner.GetTimeAsync(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    public void Dispose() => Refreshed.Dispose();
}
