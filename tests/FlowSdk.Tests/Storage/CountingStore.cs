using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Storage;

/// <summary>A store that counts how often it is asked, and the bytes that are read from it.</summary>
internal sealed class CountingStore(LocalObjectStore store) : IObjectStore, IExclusiveLocks
{
    public long BytesRead { get; private set; }

    public int Reads { get; private set; }

    public int Lookups { get; private set; }

    public int Listings { get; private set; }

    /// <summary>How often a lock was looked at.</summary>
    public int LockLooks { get; private set; }

    /// <summary>How often anything was asked to change.</summary>
    public int Writes { get; private set; }

    public string Location => store.Location;

    /// <summary>Counts from zero.</summary>
    public void Reset() => (BytesRead, Reads, Lookups, Listings, LockLooks, Writes) = (0, 0, 0, 0, 0, 0);

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default)
    {
        Lookups++;
        return store.FindAsync(key, cancellation);
    }

    public async ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        var read = await store.ReadAsync(key, offset, destination, cancellation);
        Reads++;
        BytesRead += read?.Count ?? 0;
        return read;
    }

    public ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        Writes++;
        return store.PutIfAbsentAsync(key, content, cancellation);
    }

    public ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        Writes++;
        return store.ReplaceAsync(key, expectedVersion, content, cancellation);
    }

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        Writes++;
        return store.AppendAsync(key, expectedLength, content, cancellation);
    }

    public ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default)
    {
        Listings++;
        return store.ListAsync(prefix, startAfter, pageSize, cancellation);
    }

    public ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default)
    {
        Writes++;
        return store.DeleteAsync(key, expectedVersion, cancellation);
    }

    public ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default)
    {
        Writes++;
        return store.RefreshAsync(key, cancellation);
    }

    public ValueTask SyncAsync(CancellationToken cancellation = default) => store.SyncAsync(cancellation);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => store.GetTimeAsync(cancellation);

    public IDisposable? TryTake(string key)
    {
        Writes++;
        return store.TryTake(key);
    }

    public bool IsHeld(string key)
    {
        LockLooks++;
        return store.IsHeld(key);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
