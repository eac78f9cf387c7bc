using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Bench;

/// <summary>A store that counts the bytes that are read from it.</summary>
internal sealed class CountingStore(IObjectStore store) : IObjectStore
{
    public long BytesRead { get; set; }

    public string Location => store.Location;

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default) => store.FindAsync(key, cancellation);

    public async ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        var read = await store.ReadAsync(key, offset, destination, cancellation);
        BytesRead += read?.Count ?? 0;
        return read;
    }

    public ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        store.PutIfAbsentAsync(key, content, cancellation);

    public ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        store.ReplaceAsync(key, expectedVersion, content, cancellation);

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        store.AppendAsync(key, expectedLength, content, cancellation);

    public ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default) =>
        store.ListAsync(prefix, startAfter, pageSize, cancellation);

    public ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default) =>
        store.DeleteAsync(key, expectedVersion, cancellation);

    public ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default) => store.RefreshAsync(key, cancellation);

    public ValueTask SyncAsync(CancellationToken cancellation = default) => store.SyncAsync(cancellation);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => store.GetTimeAsync(cancellation);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
