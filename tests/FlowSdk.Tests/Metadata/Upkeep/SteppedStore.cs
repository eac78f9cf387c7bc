using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Metadata;

/// <summary>A store in which something else happens right before a read or a change, as another process may do, or a kill.</summary>
internal sealed class SteppedStore(LocalObjectStore inner) : IObjectStore, IExclusiveLocks, IFolderUpkeep
{
    /// <summary>Called with the key before each deletion.</summary>
    public Func<string, Task> BeforeDelete { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Called with the key before each read.</summary>
    public Func<string, Task> BeforeRead { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Called with the prefix before each listing.</summary>
    public Func<string, Task> BeforeList { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Called with the key before an object is made.</summary>
    public Func<string, Task> BeforePut { get; set; } = static _ => Task.CompletedTask;

    public string Location => inner.Location;

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default) => inner.FindAsync(key, cancellation);

    public async ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default)
    {
        await BeforeRead(key);
        return await inner.ReadAsync(key, offset, destination, cancellation);
    }

    public async ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default)
    {
        await BeforePut(key);
        return await inner.PutIfAbsentAsync(key, content, cancellation);
    }

    public ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        inner.ReplaceAsync(key, expectedVersion, content, cancellation);

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default) =>
        inner.AppendAsync(key, expectedLength, content, cancellation);

    public async ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default)
    {
        await BeforeList(prefix);
        return await inner.ListAsync(prefix, startAfter, pageSize, cancellation);
    }

    public async ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default)
    {
        await BeforeDelete(key);
        return await inner.DeleteAsync(key, expectedVersion, cancellation);
    }

    public ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default) => inner.RefreshAsync(key, cancellation);

    public ValueTask SyncAsync(CancellationToken cancellation = default) => inner.SyncAsync(cancellation);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => inner.GetTimeAsync(cancellation);

    public IDisposable? TryTake(string key) => inner.TryTake(key);

    public bool IsHeld(string key) => inner.IsHeld(key);

    public (int Count, long Length) ClearUnfinished(DateTimeOffset before, bool remove) => inner.ClearUnfinished(before, remove);

    public void RemoveFolder(string prefix) => inner.RemoveFolder(prefix);

    public void RemoveEmptyFolders(string prefix, DateTimeOffset before) => inner.RemoveEmptyFolders(prefix, before);

    public ValueTask DisposeAsync() => default;
}
