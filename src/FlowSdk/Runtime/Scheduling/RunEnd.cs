using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>How a run ended.</summary>
/// <param name="Status">Succeeded, failed or canceled.</param>
/// <param name="Steps">Tasks by step number.</param>
/// <param name="EndTask">The end task, if it was reached.</param>
internal sealed record RunEnd(RunStatus Status, IReadOnlyList<StepCounts> Steps, CommittedTask? EndTask);
