using System.Buffers;

namespace FlowSdk.Serialization;

/// <summary>The bytes of a value. They may lie in rented buffers, or in the value itself: dispose when they are stored.</summary>
internal sealed class EncodedValue(ReadOnlySequence<byte> bytes, IReadOnlyList<ContentHash> attachments, Action? release = null) : IDisposable
{
    private Action? _release = release;

    public ReadOnlySequence<byte> Bytes { get; } = bytes;

    /// <summary>Manifests of the files that the value holds, which are in the store already.</summary>
    public IReadOnlyList<ContentHash> Attachments { get; } = attachments;

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
