namespace FlowSdk.Metadata;

/// <summary>Counts, by step, the tasks that a journal makes due: the start, and what follows from the transitions that finished tasks took.</summary>
internal sealed class PendingTasks
{
    private readonly RunStartedRecord _start;
    private readonly long[] _due;

    /// <summary>By the id of the task that has split, how many of its branches have not come to their join.</summary>
    private readonly Dictionary<long, int> _open = [];

    public PendingTasks(RunStartedRecord start)
    {
        (_start, _due) = (start, new long[start.Steps.Count]);
        var targets = start.Steps.SelectMany(static (step, number) => step.Transitions.SelectMany(t => t.Targets.Append(t.Join)).Where(target => target != number)).ToHashSet();
        var first = Enumerable.Range(0, _due.Length).FirstOrDefault(number => !targets.Contains(number), -1);
        Due(first, 1);
    }

    /// <summary>How many tasks of a step were due so far, begun or not.</summary>
    public long this[int step] => _due[step];

    /// <summary>Adds what follows a task, if the record is that of one that finished.</summary>
    public void Add(JournalRecord record)
    {
        if (record is TaskFinishedRecord { Transition: { } transition } task)
        {
            Add(task, transition);
        }
    }

    private void Add(TaskFinishedRecord task, TakenTransition transition)
    {
        switch (transition)
        {
            case { Kind: TransitionKind.Linear, Targets: [var next, ..] }:
                GoOn(task.Key.SplitTaskId, next);
                break;
            case { Count: 0 } empty:
                Due(JoinOf(task.Key.Step, empty), 1);
                break;
            case { Kind: TransitionKind.Branch } branch:
                Split(task.TaskId, branch, 1);
                break;
            case var split:
                Split(task.TaskId, split, split.Count);
                break;
        }
    }

    private void Split(long taskId, TakenTransition split, int each)
    {
        _open[taskId] = split.Count;
        foreach (var target in split.Targets)
        {
            Due(target, each);
        }
    }

    private void GoOn(long split, int next)
    {
        if (next >= _due.Length || !_start.Steps[next].IsJoin)
        {
            Due(next, 1);
        }
        else if (_open.TryGetValue(split, out var left))
        {
            _open[split] = left - 1;
            if (left == 1)
            {
                _open.Remove(split);
                Due(next, 1);
            }
        }
    }

    private int JoinOf(int step, TakenTransition taken) =>
        _start.Steps[step].Transitions.FirstOrDefault(t => t.Kind == taken.Kind && t.Targets.SequenceEqual(taken.Targets))?.Join ?? -1;

    // A journal may come from anywhere; what it cannot mean counts for nothing.
    private void Due(int step, int count)
    {
        if (step >= 0 && step < _due.Length)
        {
            _due[step] += count;
        }
    }
}
