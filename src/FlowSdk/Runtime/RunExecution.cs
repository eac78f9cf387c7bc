using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Inline;
using FlowSdk.Runtime.Machine;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Runtime.Workers;
using FlowSdk.Storage;

namespace FlowSdk.Runtime;

/// <summary>Makes a run, from its first record to its last.</summary>
internal static class RunExecution
{
    /// <summary>Makes a run.</summary>
    /// <param name="request">What is to be run.</param>
    /// <param name="store">Where it is kept.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancel">Stops the run in order.</param>
    /// <param name="kill">Stops it now.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="FlowException">The store cannot be used, or workers cannot be started; the run then shows as interrupted.</exception>
    public static async Task<RunOutcome> ExecuteAsync(
        RunRequest request, IObjectStore store, IRunObserver observer, TimeProvider time, CancellationToken cancel, CancellationToken kill)
    {
        var machine = MachineResources.Detect();
        Check(request, machine, observer);
        var userName = Environment.UserName;
        var registry = new RunRegistry(store, time, request.Random);
        ReusedTasks? reused = null;
        using var run = await registry.StartAsync(
            request.Definition.Name,
            (runId, createdAt) => RunRecords.Start(request, userName, runId, createdAt),
            request.Resume is { } resume ? async (paths, journal) => reused = await TakeOver.WriteAsync(resume, store, paths, journal, time.GetUtcNow(), cancel) : null,
            cancel);
        if (request.RunIdFile is { } file)
        {
            await File.WriteAllTextAsync(file, run.RunId + Environment.NewLine, cancel);
        }

        observer.OnRunStarted(run.RunId);
        var queue = new RunQueue();
        using var timers = new RunTimers(queue, time);
        var actions = new RunActions(request, run.RunId, run.Journal, new(request, new ArtifactStore(store)), timers, observer, time);
        var scheduler = new Scheduler(request.Graph, RunLimits.Of(request, machine), request.Random, reused);
        var description = new RunDescription
        {
            FlowName = request.Definition.Name,
            RunId = run.RunId,
            OriginRunId = request.Resume?.Origin.Paths.RunId,
            UserName = userName,
            Tags = request.Tags,
            Parameters = request.Parameters,
        };
        try
        {
            var end = await RunToEndAsync();
            observer.OnRunFinished(end);
            return new(run.RunId, end.Status, actions.Failures, actions.FailureCount);
        }
        catch (FlowException conflict) when (conflict.Id == FlowErrors.StoreConflict && new JournalReader(store, run.Paths).ReadSeal() is { } seal)
        {
            throw new FlowException(
                conflict.Id,
                $"{request.Definition.Name}/{run.RunId} was taken for interrupted while its runner was not heard of, and resumed as {seal.By} at {seal.SealedAt:u}. This runner has stopped; follow that run.",
                conflict);
        }

        async Task<RunEnd> RunToEndAsync()
        {
            RunEnd end;
            await using (var runner = CreateRunner(request, machine, store, run, description, queue, new(run.Log, observer), time))
            {
                var loop = new RunLoop(queue, scheduler, actions, runner, run, new(registry, run.Paths), observer, time);
                await using var canceling = cancel.Register(() => queue.Post(new ScheduleEvent.CancelRequested()));
                await using var killing = kill.Register(() => queue.Post(new ScheduleEvent.KillRequested()));
                end = await loop.RunAsync();
            }

            await run.FinishAsync(
                new()
                {
                    Status = end.Status,
                    FinishedAt = time.GetUtcNow(),
                    Steps = run.Journal.Totals.Sum(end.Steps),
                    EndTask = end.EndTask?.Position,
                    FirstFailures = run.Journal.Totals.FirstFailures,
                },
                CancellationToken.None);
            return end;
        }
    }

    // Before the run exists: what cannot run on this machine leaves no trace.
    private static void Check(RunRequest request, MachineResources machine, IRunObserver observer)
    {
        if (request is { Isolation: IsolationMode.Inline, WithoutGpu: false }
            && request.Steps.FirstOrDefault(s => s.Resources is { Gpu: > 0 }) is { } wanting)
        {
            throw new FlowException(
                FlowErrors.NotEnoughGpus,
                $"Step {request.Definition.Name}/{wanting.Name} needs a GPU of its own, which only a worker process can be given. Run with --isolation process, or pass --without-gpu to run its steps without any.");
        }

        foreach (var finding in MachineCheck.Check(request.Definition.Name, request.Steps, machine, request.WithoutGpu))
        {
            if (finding.IsError)
            {
                throw new FlowException(finding.Id, finding.Message);
            }

            observer.OnWarning(finding.Id, finding.Message);
        }
    }

    private static ITaskRunner CreateRunner(
        RunRequest request, MachineResources machine, IObjectStore store, StartedRun run, RunDescription description, RunQueue queue, TaskLog log, TimeProvider time)
    {
        var reports = new AttemptReports(queue, request.Definition, time);
        if (request.Isolation != IsolationMode.Inline)
        {
            return new WorkerPool(request, machine, description, store.Location, reports, queue, log, time);
        }

        var executor = new TaskExecutor(
            request.Definition, description, new ArtifactStore(store), new JournalReader(store, run.Paths), new(request.Services, request.Logging));
        return new InlineRunner(request.Steps, executor, reports, log, time);
    }
}
