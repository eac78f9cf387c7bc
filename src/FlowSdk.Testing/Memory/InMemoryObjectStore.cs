using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Memory;

/// <summary>A store that is gone with its object. Everything takes place under one lock: tests have few and small objects.</summary>
internal sealed class InMemoryObjectStore(TimeProvider time) : IObjectStore, IExclusiveLocks
{
    private const int MaxKeyLength = 400;
    private const int MaxPageSize = 5000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locks = [];
    private long _version;
    private DateTimeOffset _latest;

    public string Location => "memory";

    public ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default) => Do(key, () => Find(key)?.Info, cancellation);

    public ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default) => Do(
        key, () => Find(key) is { } found ? new ObjectRead(found.Read(offset, destination.Span), found.Info) : (ObjectRead?)null, cancellation);

    public ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default) => Do(
        key, () => Find(key) is null ? Put(key, content) : null, cancellation);

    public ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default) => Do(
        key, () => Find(key)?.Info.Version == expectedVersion ? Put(key, content) : null, cancellation);

    public ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default) => Do(
        key,
        () =>
        {
            var found = Find(key);
            if ((found?.Info.Length ?? 0) != expectedLength)
            {
                return false;
            }

            if (found is null)
            {
                Put(key, content);
            }
            else
            {
                found.Append(content);
                Stamp(key, found);
            }

            return true;
        },
        cancellation);

    public ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var found = _objects
                .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal) && (startAfter is null || string.CompareOrdinal(entry.Key, startAfter) > 0))
                .Take(pageSize + 1).Select(entry => entry.Value.Info).ToArray();
            return new(new ObjectPage(found.Length > pageSize ? found[..pageSize] : found, found.Length > pageSize));
        }
    }

    public ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default) => Do(
        key, () => Find(key) is { } found && (expectedVersion is null || found.Info.Version == expectedVersion) && _objects.Remove(key), cancellation);

    public ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default) => Do(
        key,
        () =>
        {
            if (Find(key) is not { } found)
            {
                return false;
            }

            Stamp(key, found);
            return true;
        },
        cancellation);

    public ValueTask SyncAsync(CancellationToken cancellation = default) => default;

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default) => new(time.GetUtcNow());

    public ValueTask DisposeAsync() => default;

    IDisposable? IExclusiveLocks.TryTake(string key)
    {
        lock (_gate)
        {
            return _locks.Add(key) ? new HeldLock(this, key) : null;
        }
    }

    bool IExclusiveLocks.IsHeld(string key)
    {
        lock (_gate)
        {
            return _locks.Contains(key);
        }
    }

    private ValueTask<T> Do<T>(string key, Func<T> operation, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxKeyLength || key.Split('/').Contains(""))
        {
            throw new ArgumentException($"'{key}' is no key: it is longer than {MaxKeyLength} characters, or has an empty segment.", nameof(key));
        }

        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(operation());
        }
    }

    private StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    private ObjectInfo Put(string key, ReadOnlySequence<byte> content)
    {
        var stored = new StoredObject();
        stored.Append(content);
        Stamp(key, stored);
        _objects[key] = stored;
        return stored.Info;
    }

    // The clock may stand still between two writes; their time stamps differ all the same.
    private void Stamp(string key, StoredObject stored)
    {
        var now = time.GetUtcNow();
        _latest = now > _latest ? now : _latest.AddTicks(1);
        stored.Stamp(key, $"{++_version}", _latest);
    }

    private sealed class HeldLock(InMemoryObjectStore store, string key) : IDisposable
    {
        public void Dispose()
        {
            lock (store._gate)
            {
                store._locks.Remove(key);
            }
        }
    }
}
