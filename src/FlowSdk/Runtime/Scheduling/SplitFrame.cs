using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>
/// An open split: counts the branches or items that have come to its join, and keeps where their records stand, until all
/// have. Nothing refers to it after that.
/// </summary>
/// <param name="outer">Where the split happened.</param>
/// <param name="task">The splitting task.</param>
/// <param name="step">Its step.</param>
/// <param name="transition">The transition that it took.</param>
/// <param name="join">The step that closes it.</param>
internal sealed class SplitFrame(Place outer, CommittedTask task, int step, TakenTransition transition, int join)
{
    private readonly int _count = transition.Kind is TransitionKind.Branch ? transition.Targets.Count : transition.Count;
    private RecordPosition[] _positions = [];
    private long[] _taskIds = [];
    private int _arrived;

    public Place Outer => outer;

    public CommittedTask Task => task;

    public int Step => step;

    public TakenTransition Transition => transition;

    public int Join => join;

    public int Count => _count;

    /// <summary>How many splits are around it.</summary>
    public int Depth { get; } = outer.Split is { } around ? around.Depth + 1 : 0;

    /// <summary>Whether a task in it has failed for good, so that its join will never run.</summary>
    public bool IsLost { get; private set; }

    /// <summary>A branch or item has come to the join.</summary>
    /// <returns>What the join is given, once all have; else null.</returns>
    public ClosedSplit? Arrive(int index, CommittedTask last)
    {
        if (IsLost)
        {
            return null;
        }

        if (_arrived++ == 0)
        {
            (_positions, _taskIds) = (new RecordPosition[_count], new long[_count]);
        }

        (_positions[index], _taskIds[index]) = (last.Position, last.TaskId);
        return _arrived == _count ? Close(_taskIds) : null;
    }

    /// <summary>Closes a foreach that has no items.</summary>
    public ClosedSplit CloseEmpty() => Close([task.TaskId]);

    /// <summary>The join will never run, nor those of the splits around.</summary>
    public void Lose()
    {
        for (var split = this; split is { IsLost: false }; split = split.Outer.Split)
        {
            split.IsLost = true;
            (split._positions, split._taskIds) = ([], []);
        }
    }

    private ClosedSplit Close(long[] taskIds) =>
        new(new JoinInputs(task, _positions, transition.Kind is TransitionKind.Branch ? transition.Targets : []), taskIds);
}
