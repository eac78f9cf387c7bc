namespace FlowSdk.Runtime.Workers;

/// <summary>
/// A task in a worker is over when the worker has said so and both its output streams have come to the mark of the task; the
/// signs come from three sides, in any order.
/// </summary>
internal sealed class TaskSigns(Action onAll)
{
    public const int ResultCame = 1;
    public const int OutputEnded = 2;
    public const int ErrorEnded = 4;

    private const int All = ResultCame | OutputEnded | ErrorEnded;

    private readonly Lock _gate = new();
    private int _shown;
    private int _always;

    /// <summary>The number of the task that is watched, for this worker; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Begins to watch the next task.</summary>
    public void Next()
    {
        lock (_gate)
        {
            Sequence++;
            _shown = _always;
        }
    }

    /// <summary>Takes a sign of a task; one of another task than the watched one means nothing.</summary>
    public void Show(int sign, long sequence)
    {
        lock (_gate)
        {
            if (sequence != Sequence || _shown == All)
            {
                return;
            }

            _shown |= sign;
            if (_shown != All)
            {
                return;
            }
        }

        onAll();
    }

    /// <summary>Takes a sign that holds for this task and all that follow.</summary>
    public void ShowAlways(int sign)
    {
        long sequence;
        lock (_gate)
        {
            _always |= sign;
            sequence = Sequence;
        }

        Show(sign, sequence);
    }
}
