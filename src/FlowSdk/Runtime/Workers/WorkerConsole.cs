using System.Text;

namespace FlowSdk.Runtime.Workers;

/// <summary>A worker's output streams: UTF-8 on every system, written out at once, with a mark at the end of each task.</summary>
internal sealed class WorkerConsole
{
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Stream _error = Console.OpenStandardError();
    private readonly byte[] _markBytes = new byte[OutputMark.MaxLength];

    public WorkerConsole()
    {
        Console.SetOut(WriterTo(_output));
        Console.SetError(WriterTo(_error));
    }

    /// <summary>Ends the output of a task.</summary>
    public void EndTask(OutputMark mark, long sequence)
    {
        Console.Out.Flush();
        Console.Error.Flush();
        ProcessContainment.FlushNativeStreams();
        var length = mark.Write(_markBytes, sequence);
        Write(_output, length);
        Write(_error, length);
    }

    // A step that has closed a stream gets no mark there: the runner has seen its end.
    private void Write(Stream stream, int length)
    {
        try
        {
            stream.Write(_markBytes, 0, length);
        }
        catch (IOException)
        {
        }
    }

    private static StreamWriter WriterTo(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1024) { AutoFlush = true };
}
