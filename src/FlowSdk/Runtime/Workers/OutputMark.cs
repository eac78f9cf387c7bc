using System.Buffers.Text;

namespace FlowSdk.Runtime.Workers;

/// <summary>
/// The mark that a worker writes to its output streams at the end of each task: a control character, a secret that no step
/// knows, the number of the task for this worker, and the end of the line.
/// </summary>
internal sealed class OutputMark
{
    public const byte First = 0x1E;

    /// <summary>More than a mark can have.</summary>
    public const int MaxLength = 128;

    private readonly byte[] _prefix;

    public OutputMark(string secret) => _prefix = System.Text.Encoding.ASCII.GetBytes($"{(char)First}flowsdk {secret} ");

    /// <summary>Writes a mark.</summary>
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="sequence">The number of the task.</param>
    /// <returns>The mark's length.</returns>
    public int Write(Span<byte> target, long sequence)
    {
        _prefix.CopyTo(target);
        Utf8Formatter.TryFormat(sequence, target[_prefix.Length..], out var digits);
        var length = _prefix.Length + digits;
        target[length] = (byte)'\n';
        return length + 1;
    }

    /// <summary>Looks for a mark at the beginning of some bytes.</summary>
    /// <param name="bytes">The bytes, of which the first is <see cref="First"/>.</param>
    /// <param name="length">The mark's length, if there is one.</param>
    /// <param name="sequence">The number of the task, if there is one.</param>
    /// <returns>Whether there is one; null when it takes more bytes to tell.</returns>
    public bool? TryRead(ReadOnlySpan<byte> bytes, out int length, out long sequence)
    {
        (length, sequence) = (0, 0);
        var known = Math.Min(bytes.Length, _prefix.Length);
        if (!bytes[..known].SequenceEqual(_prefix.AsSpan(0, known)))
        {
            return false;
        }

        var end = bytes.IndexOf((byte)'\n');
        if (end < 0)
        {
            return bytes.Length >= MaxLength ? false : null;
        }

        length = end + 1;
        return end >= _prefix.Length && Utf8Parser.TryParse(bytes[_prefix.Length..end], out sequence, out _);
    }
}
