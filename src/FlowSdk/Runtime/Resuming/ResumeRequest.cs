using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Resuming;

/// <summary>A run to be resumed, and how.</summary>
internal sealed record ResumeRequest
{
    public required RunReader Origin { get; init; }

    public required FlowDefinition Definition { get; init; }

    public required FlowGraph Graph { get; init; }

    /// <summary>The effective value of every parameter.</summary>
    public required IReadOnlyList<RecordedParameter> Parameters { get; init; }

    /// <summary>The names of the parameters that were given now, rather than taken from the origin or left at their defaults.</summary>
    public required IReadOnlySet<string> GivenParameters { get; init; }

    /// <summary>The number of the step that runs again in any case, with all that follows; null for none.</summary>
    public int? ForcedStep { get; init; }

    /// <summary>Whether only the plan is wanted: then nothing is written to the store.</summary>
    public bool IsDryRun { get; init; }
}
