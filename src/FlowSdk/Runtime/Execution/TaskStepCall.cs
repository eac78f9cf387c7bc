using FlowSdk.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Runtime.Execution;

/// <summary>What one attempt calls its step with.</summary>
internal sealed class TaskStepCall(TaskAssignment task, TaskItems items, JoinViews? join, IServiceProvider services, CancellationToken cancellation)
    : StepCall
{
    public override CancellationToken Cancellation => cancellation;

    public override Gang Gang => task.Gang ?? throw new FlowException(
        FlowErrors.InvalidGang, "A step that takes a Gang was reached other than by InParallel. Lead to it with InParallel only.");

    public override T Item<T>() => items.Innermost<T>();

    public override Inputs<TFlow> Inputs<TFlow>() => join is null
        ? throw new FlowException(FlowErrors.InvalidTransition, "A step that takes Inputs was reached without a split to close. Lead to it from every branch of a split.")
        : join.Create<TFlow>();

    public override T Service<T>() => services.GetRequiredService<T>();
}
