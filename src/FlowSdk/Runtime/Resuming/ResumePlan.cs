using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Resuming;

/// <summary>What a resume takes over and what it runs.</summary>
internal sealed record ResumePlan
{
    /// <summary>The run that is resumed.</summary>
    public required RunReader Origin { get; init; }

    public required RunStatus OriginStatus { get; init; }

    /// <summary>The numbers of the origin's steps and artifacts in the present flow.</summary>
    public required OriginMap Map { get; init; }

    /// <summary>The tasks that are taken over.</summary>
    public required IReadOnlySet<long> Reused { get; init; }

    /// <summary>The steps in the order of the flow, and then those of the origin that the flow no longer has.</summary>
    public required IReadOnlyList<StepPlan> Steps { get; init; }

    /// <summary>Whether the program was built anew since: changed code alone has nothing run again.</summary>
    public required bool IsCodeChanged { get; init; }

    /// <summary>Whether everything is taken over, so that no task runs.</summary>
    public bool IsComplete => Steps.All(step => step.ToRun == 0);
}
