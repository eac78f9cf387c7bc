using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>What every task of a run has in common.</summary>
internal sealed record RunDescription
{
    public required string FlowName { get; init; }

    public required string RunId { get; init; }

    public string? OriginRunId { get; init; }

    public required string UserName { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The effective value of every parameter.</summary>
    public required IReadOnlyList<RecordedParameter> Parameters { get; init; }
}
