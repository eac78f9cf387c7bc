using System.Buffers;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Workers;

/// <summary>
/// Reads one output stream of a worker, cuts it into lines, and gives them to the attempt that the worker is at. It reads on
/// only when the lines are taken, so a step that prints without end waits for the log, not the other way round.
/// </summary>
internal sealed class OutputPump(Stream pipe, OutputStream stream, OutputMark mark, TaskLog log, TimeProvider time, Action<long> onMark)
{
    private const int BufferSize = 64 * 1024;

    private static readonly SearchValues<byte> Ends = SearchValues.Create((byte)'\n', OutputMark.First);

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly OutputTail _tail = new();
    private volatile RunningAttempt? _attempt;
    private int _start;
    private int _end;
    private int _scanned;

    /// <summary>Ends when the stream has: all processes that hold it are gone.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>What was printed last, for the message about a worker that died.</summary>
    public string Tail => _tail.ToString();

    public void Begin() => Completion = ReadAsync();

    /// <summary>
    /// Sets the attempt whose output comes next. Before the first one, what comes is the start of the user's program, which the
    /// runner has printed already; between two, it is of whatever the attempt before has left running.
    /// </summary>
    public void Attribute(RunningAttempt attempt)
    {
        _attempt = attempt;
        _tail.Clear();
    }

    private async Task ReadAsync()
    {
        while (true)
        {
            await MakeRoomAsync();
            var count = await ReceiveAsync();
            if (count == 0)
            {
                break;
            }

            _end += count;
            await TakeLinesAsync(time.GetUtcNow());
        }

        if (_end > _start)
        {
            await EmitAsync(_end - _start, time.GetUtcNow(), isPartial: true);
        }
    }

    private async ValueTask<int> ReceiveAsync()
    {
        try
        {
            return await pipe.ReadAsync(_buffer.AsMemory(_end));
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private async ValueTask TakeLinesAsync(DateTimeOffset now)
    {
        while (_start + _scanned < _end)
        {
            var found = _buffer.AsSpan(_start + _scanned, _end - _start - _scanned).IndexOfAny(Ends);
            if (found < 0)
            {
                _scanned = _end - _start;
                break;
            }

            var length = _scanned + found;
            if (_buffer[_start + length] == (byte)'\n')
            {
                await EmitAsync(length, now, isPartial: false);
                _start++;
                continue;
            }

            switch (mark.TryRead(_buffer.AsSpan(_start + length, _end - _start - length), out var markLength, out var sequence))
            {
                case true:
                    if (length > 0)
                    {
                        await EmitAsync(length, now, isPartial: true);
                    }

                    _start += markLength;
                    onMark(sequence);
                    break;
                case false:
                    _scanned = length + 1;
                    break;
                default:
                    _scanned = length;
                    return;
            }
        }
    }

    private ValueTask EmitAsync(int length, DateTimeOffset now, bool isPartial)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length;
        _scanned = 0;
        if (!isPartial && line.Span is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        _tail.Add(line.Span);
        return _attempt is { } attempt ? log.AppendAsync(attempt, stream, now, line, isPartial) : ValueTask.CompletedTask;
    }

    private async ValueTask MakeRoomAsync()
    {
        if (_start == 0 && _end == _buffer.Length)
        {
            // A line longer than the buffer goes on in the next piece; a character is not cut in two.
            await EmitAsync(_scanned < _end ? _scanned : Utf8Pieces.WholeLength(_buffer), time.GetUtcNow(), isPartial: true);
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }
}
