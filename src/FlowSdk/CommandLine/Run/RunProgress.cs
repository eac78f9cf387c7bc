using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>How far a run has come, as its observer has been told.</summary>
internal sealed class RunProgress(FlowDefinition definition, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public FlowDefinition Definition { get; } = definition;

    /// <summary>Empty until the run exists.</summary>
    public string RunId { get; set; } = "";

    public IReadOnlyList<StepProgress> Steps { get; } = [.. definition.Steps.Select(s => new StepProgress(s.Name))];

    /// <summary>Failures that were caught, so that the run went on.</summary>
    public long Caught { get; set; }

    public bool IsCanceling { get; set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_started);
}
