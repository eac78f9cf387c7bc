using System.Buffers;

namespace FlowSdk;

/// <summary>A user's own format for values of one type.</summary>
/// <typeparam name="T">The type that is persisted.</typeparam>
/// <remarks>
/// Encoding must be canonical: encoding what was decoded gives the same bytes, or the artifact is stored anew by every task
/// that reads it. A codec is created once in each process and used by several threads. Null never reaches it.
/// </remarks>
public interface IArtifactCodec<T>
{
    /// <summary>Writes the bytes of a value.</summary>
    /// <param name="value">The value, not null.</param>
    /// <param name="output">Where the bytes go.</param>
    void Encode(T value, IBufferWriter<byte> output);

    /// <summary>Reads a value back.</summary>
    /// <param name="input">All bytes that <see cref="Encode"/> wrote, and only those.</param>
    /// <returns>The value.</returns>
    T Decode(ReadOnlySequence<byte> input);
}
