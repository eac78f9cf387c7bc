using System.Text;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Inline;

/// <summary>Cuts what an inline step prints into lines for its log. Nothing is allocated before the first character.</summary>
internal sealed class LineWriter(TaskLog log, RunningAttempt attempt, OutputStream stream, TimeProvider time) : TextWriter
{
    private const int MaxLineLength = 16 * 1024;

    private readonly Lock _gate = new();
    private StringBuilder? _line;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine() => Write("\n".AsSpan());

    public override void WriteLine(string? value)
    {
        lock (_gate)
        {
            Write(value.AsSpan());
            Write("\n".AsSpan());
        }
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_gate)
        {
            _line ??= new();
            while (!buffer.IsEmpty)
            {
                var end = buffer.IndexOf('\n');
                var part = end < 0 ? buffer : buffer[..end];
                part = part[..Math.Min(part.Length, Math.Max(1, MaxLineLength - _line.Length))];
                _line.Append(part);
                buffer = buffer[part.Length..];
                if (buffer is ['\n', ..])
                {
                    buffer = buffer[1..];
                    EndLine(isPartial: false);
                }
                else if (_line.Length >= MaxLineLength && !char.IsHighSurrogate(_line[^1]))
                {
                    EndLine(isPartial: true);
                }
            }
        }
    }

    public override ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_line is { Length: > 0 })
            {
                EndLine(isPartial: true);
            }
        }

        return base.DisposeAsync();
    }

    private void EndLine(bool isPartial)
    {
        var text = _line!.ToString();
        _line.Clear();
        log.Append(attempt, stream, time.GetUtcNow(), text.EndsWith('\r') && !isPartial ? text[..^1] : text, isPartial);
    }
}
