using FlowSdk.Generated;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime.Execution;

/// <summary>What one attempt tells the filters around its step.</summary>
internal sealed class TaskStepContext(Flow flow, TaskContext context, ILogger logger, StepDefinition step, IServiceProvider services, CancellationToken cancellation)
    : StepContext
{
    public override Flow Flow => flow;

    public override FlowContext Context => context;

    public override string StepName => step.Name;

    public override int Attempt => context.Attempt;

    public override ILogger Logger => logger;

    public override IServiceProvider Services => services;

    public override CancellationToken Cancellation => cancellation;

    public override IReadOnlyList<IReadOnlyList<string>> Transitions => [.. step.Transitions.Select(t => t.Targets)];

    public override Next To(params string[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.Length switch
        {
            0 => throw new ArgumentException("Name at least one step to go on with.", nameof(steps)),
            1 => new(TransitionKind.Linear, steps),
            _ => new(TransitionKind.Branch, [.. steps]),
        };
    }

    public override Next ForEach<T>(IEnumerable<T> items, string step)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(TransitionKind.ForEach, step) { Items = new ForEachItems<T>(items) };
    }

    public override Next InParallel(int count, string step) => FlowSdk.Flow.Gang(count, step);
}
