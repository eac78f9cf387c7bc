using System.Diagnostics;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Bench;

/// <summary>How many events the scheduler alone handles in a second: a foreach of a million tasks that take no time.</summary>
internal sealed class SchedulerBenchmark : IBenchmark
{
    private const int Items = 1_000_000;

    private static readonly FlowGraph Graph = new(
        [
            new("Start", IsJoin: false, IsInLoop: false, [new(TransitionKind.ForEach, [1], Join: 2)]),
            new("Body", IsJoin: false, IsInLoop: false, [new(TransitionKind.Linear, [2], Join: -1)]),
            new("Join", IsJoin: true, IsInLoop: false, [new(TransitionKind.Linear, [3], Join: -1)]),
            new("End", IsJoin: false, IsInLoop: false, []),
        ],
        Start: 0,
        End: 3);

    public string Name => "scheduler";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var seconds = await Median.OfAsync(3, () => Task.FromResult(Run().TotalSeconds));
        yield return new("scheduler alone, tasks a second", Items / seconds, "1/s", Floor: null, "100,000 1/s");
    }

    private static TimeSpan Run()
    {
        var began = Stopwatch.GetTimestamp();
        var instant = new InstantActions();
        var scheduler = new Scheduler(
            Graph, new SchedulerOptions { MaxWorkers = 64, Steps = [.. Graph.Nodes.Select(_ => new StepLimits())] }, new Random(1));
        scheduler.Handle(new ScheduleEvent.Begin(), instant);
        while (instant.Running.TryDequeue(out var start))
        {
            scheduler.Handle(new ScheduleEvent.Succeeded(start.TaskId, start.Attempt, Output(start.Key.Step)), instant);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private static TaskOutput Output(int step)
    {
        var edges = Graph.Nodes[step].Edges;
        return new(edges.Count == 0 ? null : new TakenTransition(edges[0].Kind, edges[0].Targets, step == 0 ? Items : 1, []), ArtifactTable.Empty(0), Detail: null);
    }

    private sealed class InstantActions : IScheduleActions
    {
        private int _committed;

        public Queue<TaskStart> Running { get; } = new();

        public RecordPosition Commit(TaskCommit commit) => new(0, ++_committed);

        public void Start(TaskStart start) => Running.Enqueue(start);

        public void Reuse(int step, long taskId) => throw new NotSupportedException();

        public TaskOutput Catch(CaughtTask caught) => throw new NotSupportedException();

        public void RecordFailure(AttemptFailure failure) => throw new InvalidOperationException(failure.Failure.Message);

        public void Cancel(long taskId, int attempt) => throw new NotSupportedException();

        public void Kill(long taskId, int attempt) => throw new NotSupportedException();

        public void SetTimer(long timer, TimeSpan delay) => throw new NotSupportedException();

        public void CancelTimer(long timer) => throw new NotSupportedException();

        public void Due(int step, long count)
        {
        }

        public void End(RunEnd end)
        {
        }
    }
}
