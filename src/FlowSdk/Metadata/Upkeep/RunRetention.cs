namespace FlowSdk.Metadata;

/// <summary>Which runs a collection of garbage deletes. Every condition that is given narrows them down; without any, no run is deleted.</summary>
internal sealed record RunRetention
{
    /// <summary>A run with this tag is never deleted by a collection.</summary>
    public const string KeepTag = "keep";

    /// <summary>Only runs of this flow; null for all.</summary>
    public string? FlowName { get; init; }

    /// <summary>Not the newest so many of each flow.</summary>
    public int? KeepLast { get; init; }

    /// <summary>Only runs created at least so long ago.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>Only runs that ended in one of these states; empty for all that ended by themselves: succeeded, failed, canceled.</summary>
    public IReadOnlyList<RunStatus> Statuses { get; init; } = [];

    /// <summary>Whether any run is to be deleted.</summary>
    public bool DeletesRuns => KeepLast is not null || OlderThan is not null || Statuses.Count > 0;

    /// <summary>Whether a run is to be deleted.</summary>
    /// <param name="run">The run.</param>
    /// <param name="newer">How many runs of its flow are newer.</param>
    /// <param name="now">The time, by the store's clock.</param>
    public bool Deletes(RunSummary run, int newer, DateTimeOffset now) =>
        DeletesRuns
        && newer >= (KeepLast ?? 0)
        && (OlderThan is null || now - run.Start.CreatedAt >= OlderThan)
        && (Statuses.Count > 0 ? Statuses.Contains(run.Status) : run.Status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Canceled)
        && run.Status != RunStatus.Running
        && !run.Tags.Contains(KeepTag);
}
