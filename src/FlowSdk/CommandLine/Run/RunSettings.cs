using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.CommandLine;

/// <summary>What the options of <c>run</c> say, checked.</summary>
internal sealed record RunSettings
{
    public required int MaxWorkers { get; init; }

    public required IsolationMode Isolation { get; init; }

    public required OnFailure OnFailure { get; init; }

    /// <summary>The attributes to add to steps, as they were given.</summary>
    public required IReadOnlyList<string> With { get; init; }

    public required bool WithoutGpu { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? RunIdFile { get; init; }

    public required string? ParameterFile { get; init; }
}
