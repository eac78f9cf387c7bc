using FlowSdk.Generated;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>What all workers of a run have in common.</summary>
internal sealed record WorkerContext(
    FlowDefinition Definition, RunDescription Run, string StoreLocation, ControlListener Listener, IWorkerOwner Owner, AttemptReports Reports, TaskLog Log, TimeProvider Time)
{
    /// <summary>The build that runner and workers must agree on.</summary>
    public string BuildId { get; } = BuildIdentity.Of(Definition);
}
