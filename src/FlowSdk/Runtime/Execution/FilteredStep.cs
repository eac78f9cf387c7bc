using FlowSdk.Generated;

namespace FlowSdk.Runtime.Execution;

/// <summary>A step with the filters around it. Made once for a process.</summary>
internal sealed class FilteredStep(FlowDefinition definition, int step)
{
    private readonly Lazy<IReadOnlyList<StepFilterAttribute>> _filters = new(definition.Steps[step].Filters ?? (static () => []));

    /// <summary>Calls the step through its filters.</summary>
    /// <param name="context">What the filters are told.</param>
    /// <param name="call">What the step is called with.</param>
    /// <returns>Where the flow goes on; null at the end, or if the step, which has no filters, said nothing.</returns>
    public ValueTask<Next?> InvokeAsync(TaskStepContext context, StepCall call)
    {
        var filters = _filters.Value;
        return filters.Count == 0 ? definition.InvokeAsync(context.Flow, step, call) : InvokeAsync(context, call, filters);
    }

    private async ValueTask<Next?> InvokeAsync(TaskStepContext context, StepCall call, IReadOnlyList<StepFilterAttribute> filters)
    {
        StepDelegate next = _ => definition.InvokeAsync(context.Flow, step, call);
        foreach (var filter in filters.Reverse())
        {
            var inner = next;
            next = c => filter.InvokeAsync(c, inner);
        }

        return await next(context).ConfigureAwait(false) ?? OnlyTransition();
    }

    private Next? OnlyTransition() => definition.Steps[step].Transitions switch
    {
        [] => null,
        [{ Kind: TransitionKind.Linear or TransitionKind.Branch } only] => new(only.Kind, [.. only.Targets]),
        _ => throw new FlowException(
            FlowErrors.InvalidTransition,
            $"A filter around step '{definition.Steps[step].Name}' skipped it and named no transition, of which the step has several, or one that needs items. "
            + "Return context.To(...), context.ForEach(...) or context.InParallel(...) from the filter."),
    };
}
