using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// The tasks that a run has taken over from another one, until they come due. Of each its parents are there too, for a join those
/// that it closes and their split; of a gang all members or none.
/// </summary>
/// <param name="readArtifacts">Reads the artifacts of the task whose record stands at a position.</param>
internal sealed class ReusedTasks(Func<RecordPosition, ArtifactTable> readArtifacts)
{
    private readonly Dictionary<TaskKey, ReusedTask> _tasks = [];
    private readonly Dictionary<long, ReusedItems> _items = [];

    /// <summary>None: the run begins at its start.</summary>
    public static ReusedTasks None => new(static _ => throw new InvalidOperationException("Nothing was taken over."));

    /// <summary>New tasks have ids above this one.</summary>
    public long HighestId { get; private set; }

    public int Count => _tasks.Count;

    /// <summary>Adds a task; those before it have been added.</summary>
    public void Add(TaskKey key, ReusedTask task)
    {
        _tasks.Add(key, task);
        HighestId = Math.Max(HighestId, task.TaskId);
        if (task.Transition is { Kind: TransitionKind.ForEach, Targets: [var body, ..] })
        {
            _items.Add(task.TaskId, new(body, []));
        }

        if (key.Visit == 0 && _items.TryGetValue(key.SplitTaskId, out var items) && items.Body == key.Step)
        {
            items.Indexes.Add(key.Index);
        }
    }

    /// <summary>Takes the task that has come due, if it is one of these.</summary>
    public ReusedTask? Take(TaskKey key) => _tasks.Remove(key, out var task) ? task : null;

    /// <summary>Takes the items of a foreach whose first task is one of these, in order.</summary>
    /// <param name="split">The id of the splitting task.</param>
    public IReadOnlyList<int> TakeItems(long split)
    {
        if (!_items.Remove(split, out var items))
        {
            return [];
        }

        items.Indexes.Sort();
        return items.Indexes;
    }

    public CommittedTask Committed(ReusedTask task) => new(task.TaskId, task.Position, readArtifacts);

    private sealed record ReusedItems(int Body, List<int> Indexes);
}
