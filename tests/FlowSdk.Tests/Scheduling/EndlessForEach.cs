using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

/// <summary>Runs a foreach of very many items, each of two steps, as fast as the scheduler goes, and keeps an eye on what is done.</summary>
internal sealed class EndlessForEach : IScheduleActions
{
    private readonly Scheduler _scheduler;
    private readonly Queue<TaskStart> _running = new();
    private readonly List<WeakReference> _done = [];
    private readonly int _items;
    private int _committed;

    public EndlessForEach(int items, int workers)
    {
        _items = items;
        _scheduler = new Scheduler(
            Graphs.ForEach, new SchedulerOptions { MaxWorkers = workers, Steps = new StepLimitsByName(Graphs.ForEach).Steps }, new Random(1));
        _scheduler.Handle(new ScheduleEvent.Begin(), this);
    }

    /// <summary>Of a thousandth of all finished tasks, how many are still held by something.</summary>
    public int HeldOfThousandth => _done.Count(d => d.IsAlive);

    public int Sampled => _done.Count;

    public bool HasEnded { get; private set; }

    /// <summary>Lets tasks finish until so many have.</summary>
    public void RunUntil(int committed)
    {
        while (_committed < committed && _running.TryDequeue(out var start))
        {
            var edge = Graphs.ForEach.Nodes[start.Key.Step].Edges.ElementAtOrDefault(0);
            var output = new TaskOutput(edge is null ? null : Play.Taken(edge, _items), ArtifactTable.Empty(1), null);
            _scheduler.Handle(new ScheduleEvent.Succeeded(start.TaskId, start.Attempt, output), this);
            if (start.TaskId % 1000 == 500)
            {
                _done.Add(new WeakReference(start));
                _done.Add(new WeakReference(output.Artifacts));
            }
        }
    }

    public RecordPosition Commit(TaskCommit commit) => new(0, ++_committed);

    public void Reuse(int step, long taskId) => throw new InvalidOperationException("Nothing is reused here.");

    public TaskOutput Catch(CaughtTask caught) => throw new InvalidOperationException("Nothing is caught here.");

    public void RecordFailure(AttemptFailure failure) => throw new InvalidOperationException("Nothing fails here.");

    public void Start(TaskStart start) => _running.Enqueue(start);

    public void Cancel(long taskId, int attempt) => throw new InvalidOperationException("Nothing is canceled here.");

    public void Kill(long taskId, int attempt) => throw new InvalidOperationException("Nothing is killed here.");

    public void SetTimer(long timer, TimeSpan delay) => throw new InvalidOperationException("Nothing is timed here.");

    public void CancelTimer(long timer) => throw new InvalidOperationException("Nothing is timed here.");

    public void Due(int step, long count)
    {
    }

    public void End(RunEnd end) => HasEnded = true;
}
