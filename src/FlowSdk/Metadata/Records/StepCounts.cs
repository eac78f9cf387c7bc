namespace FlowSdk.Metadata;

/// <summary>How many tasks of a step ended how.</summary>
internal readonly record struct StepCounts(long Succeeded, long Failed, long Canceled);
