using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Workers;

/// <summary>Both output streams of a worker.</summary>
internal sealed class WorkerOutput
{
    // A process that has cut itself loose may hold the streams of a dead worker open for ever.
    private static readonly TimeSpan DrainGrace = TimeSpan.FromSeconds(2);

    private readonly OutputPump _output;
    private readonly OutputPump _error;
    private readonly TimeProvider _time;

    public WorkerOutput(WorkerProcess process, OutputMark mark, WorkerContext context, TaskSigns signs)
    {
        var (log, time) = (context.Log, context.Time);
        _time = time;
        _output = new(process.Output, OutputStream.Stdout, mark, log, time, sequence => signs.Show(TaskSigns.OutputEnded, sequence));
        _error = new(process.Error, OutputStream.Stderr, mark, log, time, sequence => signs.Show(TaskSigns.ErrorEnded, sequence));
        _output.Begin();
        _error.Begin();
        ShowAtEnd(_output, TaskSigns.OutputEnded, signs, context.Owner);
        ShowAtEnd(_error, TaskSigns.ErrorEnded, signs, context.Owner);
    }

    /// <summary>What was printed last on standard error.</summary>
    public string ErrorTail => _error.Tail;

    public void Attribute(RunningAttempt attempt)
    {
        _output.Attribute(attempt);
        _error.Attribute(attempt);
    }

    /// <summary>Reads what a dead worker has left, to the last byte.</summary>
    public async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(_output.Completion, _error.Completion).WaitAsync(DrainGrace, _time);
        }
        catch (TimeoutException)
        {
            // All that the worker itself has written was read long ago.
        }
    }

    // A step may close a stream: no mark will come over it then. Output that cannot be kept ends the run, since a step whose
    // output nobody takes waits for ever.
    private static void ShowAtEnd(OutputPump pump, int sign, TaskSigns signs, IWorkerOwner owner) =>
        pump.Completion.ContinueWith(
            ended =>
            {
                if (ended.Exception is { } failure)
                {
                    owner.OnFault(failure.GetBaseException());
                }

                signs.ShowAlways(sign);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
