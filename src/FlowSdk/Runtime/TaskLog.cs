using System.Text;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime;

/// <summary>Keeps what tasks print in the run's log, and shows it to whoever watches the run.</summary>
internal sealed class TaskLog(LogWriter log, IRunObserver observer)
{
    /// <summary>Adds a line of a step that runs in the runner itself, which waits while too much is waiting to be written.</summary>
    public void Append(RunningAttempt attempt, OutputStream stream, DateTimeOffset time, string line, bool isPartial)
    {
        var written = log.AppendAsync(attempt.Step, attempt.TaskId, attempt.Number, stream, time, Encoding.UTF8.GetBytes(line), isPartial);
        observer.OnOutput(attempt.Step, attempt.TaskId, attempt.Number, stream, time, line);
        if (!written.IsCompletedSuccessfully)
        {
            written.AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Adds a line that came from a worker.</summary>
    public ValueTask AppendAsync(RunningAttempt attempt, OutputStream stream, DateTimeOffset time, ReadOnlyMemory<byte> line, bool isPartial)
    {
        observer.OnOutput(attempt.Step, attempt.TaskId, attempt.Number, stream, time, Encoding.UTF8.GetString(line.Span));
        return log.AppendAsync(attempt.Step, attempt.TaskId, attempt.Number, stream, time, line, isPartial);
    }
}
