using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Which runs <c>runs</c> lists.</summary>
internal sealed record RunQuery
{
    /// <summary>The states; empty for all.</summary>
    public IReadOnlyList<RunStatus> Statuses { get; init; } = [];

    /// <summary>Tags that a run must have, the user's or the system's.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? User { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether some runs are left out.</summary>
    public bool IsSelective => Statuses.Count > 0 || Tags.Count > 0 || User is not null || Since is not null;

    /// <summary>The runs that may match, the newest first, without reading any.</summary>
    public async IAsyncEnumerable<RunPaths> FindAsync(RunRegistry registry, string? flowName)
    {
        var runs = flowName is not null && Statuses is [RunStatus.Succeeded]
            ? registry.RunsAsync(flowName, null, onlySucceeded: true)
            : registry.RunsAsync(flowName);
        await foreach (var run in runs)
        {
            if (Since is { } time && string.CompareOrdinal(run.RunId, RunId.TimeOf(time)) < 0)
            {
                yield break;
            }

            yield return run;
        }
    }

    public bool Matches(RunSummary run) =>
        (Statuses.Count == 0 || Statuses.Contains(run.Status))
        && (User is null || run.Start.UserName == User)
        && (Since is null || run.Start.CreatedAt >= Since)
        && !Tags.Except(run.Tags).Except(SystemTags.Of(run.Start)).Any();
}
