using System.Buffers;

namespace FlowSdk.Storage;

/// <summary>Where runs are kept: objects by key, in a local folder or a blob container.</summary>
/// <remarks>
/// A key is one or more segments with slashes between, at most 400 characters of any script; no segment is empty, and no key is another
/// key followed by a slash. Keys are ordered by their UTF-16 code units. Every method may be called from any thread, and either
/// completes or leaves things as they were. A store that cannot be reached, is full, or may not be written to
/// throws a <see cref="FlowException"/> that says so.
/// </remarks>
public interface IObjectStore : IAsyncDisposable
{
    /// <summary>The store as a user would name it: a folder, or a URL. Opening it again gives the same store.</summary>
    string Location { get; }

    /// <summary>Looks an object up.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is known of it, or null when there is none.</returns>
    ValueTask<ObjectInfo?> FindAsync(string key, CancellationToken cancellation = default);

    /// <summary>Reads a part of an object, as far as the object and the destination go.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="offset">Where to begin, in bytes from 0; nothing is read at or beyond the end.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many bytes were read, and what is known of the object at that moment; null when there is none.</returns>
    ValueTask<ObjectRead?> ReadAsync(string key, long offset, Memory<byte> destination, CancellationToken cancellation = default);

    /// <summary>Creates an object, whole or not at all, unless there is one under that key.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">All its bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is known of the new object, or null when there is one already, which stays as it is.</returns>
    ValueTask<ObjectInfo?> PutIfAbsentAsync(string key, ReadOnlySequence<byte> content, CancellationToken cancellation = default);

    /// <summary>Replaces an object, whole or not at all, if nobody has changed it since it was looked at.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expectedVersion">The <see cref="ObjectInfo.Version"/> that was seen.</param>
    /// <param name="content">All its new bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is known of the object now, or null when it has another version or is gone.</returns>
    ValueTask<ObjectInfo?> ReplaceAsync(string key, string expectedVersion, ReadOnlySequence<byte> content, CancellationToken cancellation = default);

    /// <summary>Adds bytes at the end of an object, which is created when <paramref name="expectedLength"/> is 0 and there is none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expectedLength">The length in bytes that the object must have.</param>
    /// <param name="content">The bytes to add.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False, and nothing is written, when the object has another length.</returns>
    /// <remarks>When the machine or the process dies meanwhile, a beginning of the bytes may have been added; so may it be seen by readers.</remarks>
    ValueTask<bool> AppendAsync(string key, long expectedLength, ReadOnlySequence<byte> content, CancellationToken cancellation = default);

    /// <summary>Lists objects in the order of their keys.</summary>
    /// <param name="prefix">What their keys begin with; empty for all.</param>
    /// <param name="startAfter">Only keys greater than this one; null for all.</param>
    /// <param name="pageSize">How many at most, from 1 to 5,000.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first of them, and whether there are more.</returns>
    ValueTask<ObjectPage> ListAsync(string prefix, string? startAfter = null, int pageSize = 1000, CancellationToken cancellation = default);

    /// <summary>Deletes an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expectedVersion">The <see cref="ObjectInfo.Version"/> that it must have; null for any.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was there, in that version, and is now gone.</returns>
    ValueTask<bool> DeleteAsync(string key, string? expectedVersion = null, CancellationToken cancellation = default);

    /// <summary>Gives an object a new time stamp and version, as if it had just been written, so that it is not collected as garbage.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is no such object.</returns>
    ValueTask<bool> RefreshAsync(string key, CancellationToken cancellation = default);

    /// <summary>Makes all that was written through this object survive a loss of power. Without it, what was written survives the end of any process.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The work.</returns>
    ValueTask SyncAsync(CancellationToken cancellation = default);

    /// <summary>The store's own clock, by which <see cref="ObjectInfo.ModifiedAt"/> is told.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The time now.</returns>
    ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellation = default);
}
