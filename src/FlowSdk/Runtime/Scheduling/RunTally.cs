using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Counts how the tasks of each step ended.</summary>
internal sealed class RunTally(int steps)
{
    private readonly StepCounts[] _counts = new StepCounts[steps];

    public bool AnyFailed { get; private set; }

    public StepCounts[] Steps => [.. _counts];

    public void Succeeded(int step) => _counts[step] = _counts[step] with { Succeeded = _counts[step].Succeeded + 1 };

    public void Failed(int step)
    {
        AnyFailed = true;
        _counts[step] = _counts[step] with { Failed = _counts[step].Failed + 1 };
    }

    public void Canceled(int step, long tasks) => _counts[step] = _counts[step] with { Canceled = _counts[step].Canceled + tasks };
}
