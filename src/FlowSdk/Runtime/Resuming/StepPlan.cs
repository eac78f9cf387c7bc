namespace FlowSdk.Runtime.Resuming;

/// <summary>What a resume does with one step.</summary>
/// <param name="Name">The step.</param>
/// <param name="Reused">How many tasks are taken over.</param>
/// <param name="ToRun">How many are known to run.</param>
/// <param name="MayRunMore">Whether more may come due once those before have run.</param>
/// <param name="Reasons">Why tasks run, the most frequent first.</param>
internal sealed record StepPlan(string Name, long Reused, long ToRun, bool MayRunMore, IReadOnlyList<CountedReason> Reasons);

/// <summary>A reason, and for how many tasks it holds; 0 when the step as such is meant.</summary>
internal readonly record struct CountedReason(ReuseReason Reason, long Tasks);
