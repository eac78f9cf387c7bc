using FlowSdk;

namespace Dying;

/// <summary>A step of which all attempts but the last one fail.</summary>
public sealed partial class DyingFlow : Flow
{
    private const int Failures = 10;

    /// <summary>Whether the process ends rather than an exception being thrown.</summary>
    [Parameter]
    public bool Exits { get; init; }

    [Step, Retry(Times = Failures, DelaySeconds = 0)]
    public Next Start()
    {
        if (Context.Attempt == Failures)
        {
            return To(End);
        }

        if (Exits)
        {
            Environment.Exit(3);
        }

        throw new InvalidOperationException("All attempts but the last one fail.");
    }

    [Step]
    public void End()
    {
    }
}
