using FlowSdk.Metadata;

namespace FlowSdk.Client;

/// <summary>Finds the tasks before and after a task.</summary>
/// <remarks>
/// Tasks of one frame run one after the other, and what a split has started ends before its join begins. So the order of the journal, together with the frames, tells who follows whom,
/// also of tasks that did not finish.
/// </remarks>
internal static class TaskLineage
{
    /// <summary>The path specs of the tasks before a task.</summary>
    public static async ValueTask<IReadOnlyList<string>> ParentsAsync(RunContents contents, TaskSummary task)
    {
        var ids = task.Finished?.Parents ?? await ParentsOfUnfinishedAsync(contents.Reader, task);
        var steps = await contents.Reader.StepsOfAsync(ids);
        return [.. ids.Select(id => contents.TaskPath(steps[id], id))];
    }

    /// <summary>The path specs of the tasks after a task, in the order of branches or items.</summary>
    public static async ValueTask<IReadOnlyList<string>> ChildrenAsync(RunContents contents, TaskSummary task)
    {
        if (task is not { Finished.Transition: { } transition, Position: { } position })
        {
            return [];
        }

        var isSplit = transition.Kind != TransitionKind.Linear && transition.Count > 0;
        var frame = isSplit ? default : await FrameAfterAsync(contents.Reader, task.Key, transition);
        var children = new SortedDictionary<int, (long Id, int Step)>();
        await foreach (var (_, id, key) in contents.Reader.Journal.TaskPositionsAsync(position))
        {
            // The first of each of its frames follows a split; else the next one in the same frame.
            if (id != task.TaskId
                && (isSplit ? key.SplitTaskId == task.TaskId : (key.SplitTaskId, key.Index) == frame)
                && children.TryAdd(isSplit ? key.Index : 0, (id, key.Step))
                && children.Count == (isSplit ? transition.Count : 1))
            {
                break;
            }
        }

        return [.. children.Values.Select(child => contents.TaskPath(child.Step, child.Id))];
    }

    // A join stands in the frame of the task that has split, all others in that of the task before them.
    private static async ValueTask<(long Split, int Index)> FrameAfterAsync(RunReader reader, TaskKey key, TakenTransition transition) =>
        transition.Kind == TransitionKind.Linear && key.SplitTaskId != 0 && reader.Start.Steps[transition.Targets[0]].IsJoin
        && await reader.FindTaskAsync(key.SplitTaskId) is { Key: var split }
            ? (split.SplitTaskId, split.Index)
            : (key.SplitTaskId, key.Index);

    private static async ValueTask<IReadOnlyList<long>> ParentsOfUnfinishedAsync(RunReader reader, TaskSummary task)
    {
        TaskFinishedRecord? before = null;
        var branches = new SortedDictionary<int, long>();
        await foreach (var entry in reader.Journal.ReadAllAsync())
        {
            if (entry.Record is not TaskFinishedRecord { Key: var key } record)
            {
                continue;
            }

            if ((key.SplitTaskId, key.Index) == (task.Key.SplitTaskId, task.Key.Index))
            {
                before = record;
                branches.Clear();
            }
            else if (key.SplitTaskId == before?.TaskId)
            {
                branches[key.Index] = record.TaskId;
            }
        }

        return reader.Start.Steps[task.Key.Step].IsJoin && branches.Count > 0 ? [.. branches.Values]
            : before is not null ? [before.TaskId]
            : task.Key.SplitTaskId != 0 ? [task.Key.SplitTaskId]
            : [];
    }
}
