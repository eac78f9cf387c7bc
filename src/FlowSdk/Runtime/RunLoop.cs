using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>
/// The loop of a run: takes what has happened, in batches; has the scheduler decide; appends all that a batch commits to the
/// journal in one append; and only then starts what is to be started.
/// </summary>
internal sealed class RunLoop(
    RunQueue queue, Scheduler scheduler, RunActions actions, ITaskRunner runner, StartedRun run, CancelRequests requests, IRunObserver observer, TimeProvider time)
{
    // Bounds how long the first of many events waits for its record.
    private const int MaxBatch = 512;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Runs until the scheduler says that the run is over.</summary>
    public async Task<RunEnd> RunAsync()
    {
        await using var ticks = time.CreateTimer(static state => ((RunQueue)state!).PostTick(), queue, Second, Second);
        Handle(new ScheduleEvent.Begin());
        var ticked = false;
        while (true)
        {
            await run.Journal.FlushAsync();
            actions.Execute(runner);
            if (actions.Ended is { } end)
            {
                return end;
            }

            if (ticked)
            {
                await TickAsync();
            }

            await queue.WaitAsync();
            ticked = Take();
        }
    }

    private bool Take()
    {
        var ticked = false;
        for (var count = 0; count < MaxBatch && actions.Ended is null && queue.TryTake(out var signal); count++)
        {
            if (signal.Fault is { } fault)
            {
                throw new FlowException((fault as FlowException)?.Id ?? FlowErrors.WorkersKeepDying, fault.Message, fault);
            }

            if (signal.Happened is { } happened)
            {
                Handle(happened);
            }
            else if (signal.Warning is var (id, message))
            {
                observer.OnWarning(id, message);
            }
            else
            {
                ticked = true;
            }
        }

        return ticked;
    }

    private void Handle(ScheduleEvent happened)
    {
        if (happened is ScheduleEvent.TimerElapsed elapsed)
        {
            actions.CancelTimer(elapsed.Timer);
        }

        scheduler.Handle(happened, actions);
        if (happened is ScheduleEvent.CancelRequested)
        {
            observer.OnCanceling();
        }
    }

    private async ValueTask TickAsync()
    {
        // After a sleep of this machine, say: nothing more is written then, output included.
        await run.Journal.VerifyAsync();
        await run.RenewClaimAsync();
        actions.RecordUnderWay(time.GetUtcNow() - Second);
        await run.Log.FlushAsync();
        await run.Journal.SyncAsync();
        if (await requests.IsNewAsync())
        {
            queue.Post(new ScheduleEvent.CancelRequested());
        }
    }
}
