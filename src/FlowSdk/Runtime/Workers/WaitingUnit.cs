namespace FlowSdk.Runtime.Workers;

/// <summary>What waits for workers as one: an attempt, or all members of a gang.</summary>
internal sealed class WaitingUnit(Gang? gang)
{
    public List<(RunningAttempt Attempt, Gang? Gang)> Members { get; } = [];

    /// <summary>False while members of a gang are still to come, and once one was taken out, after which the others will be too.</summary>
    public bool IsWhole => Members.Count == (gang?.Count ?? 1);
}
