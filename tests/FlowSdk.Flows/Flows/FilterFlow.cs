using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Flows;

/// <summary>Filters act before and after a step, on its failure, skip it and replace its result, with services of the host.</summary>
[Trace("flow")]
public sealed partial class FilterFlow : Flow
{
    [Artifact] public partial List<string> Trace { get; set; }

    [Step, Trace("outer"), Trace("inner")]
    public Next Start()
    {
        Trace.Add("step");
        return To(Skipped);
    }

    [Step, Skip]
    public Next Skipped() => DateTime.UtcNow.Year > 1 ? throw new InvalidOperationException("A skipped step does not run.") : To(Chosen);

    [Step, Skip(Target = nameof(Replaced))]
    public Next Chosen() => DateTime.UtcNow.Year > 1 ? To(End) : To(Replaced);

    [Step, Rescue(Target = nameof(Fan))]
    public Next Replaced() => DateTime.UtcNow.Year > 1 ? throw new InvalidOperationException("rescued") : DateTime.UtcNow.Year > 1 ? To(End) : To(Fan);

    [Step, FanOut]
    public Next Fan() => ForEach((int[])[1], Item);

    [Step, Retry(Times = 1, DelaySeconds = 0), FailFirst]
    public Next Item(int item)
    {
        Check.Equal(1, Context.Attempt, "a filter that throws fails the attempt");
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<FilterFlow> inputs)
    {
        Check.Equal(3, inputs.Count, "the items of the filter");
        Merge(inputs[0]);
        return To(End);
    }

    [Step]
    public void End() => Check.Sequence(
        ["flow>", "outer>", "inner>", "step", "<inner", "<outer", "<flow", "skip Skipped", "skip Chosen", "hello FilterFlow : rescued"],
        Trace,
        nameof(Trace));
}

/// <summary>Writes down when a step begins and ends.</summary>
internal sealed class TraceAttribute(string name) : StepFilterAttribute
{
    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        var flow = (FilterFlow)context.Flow;
        if (context.StepName != nameof(FilterFlow.Start))
        {
            return await next(context);
        }

        if (name == "flow")
        {
            flow.Trace = [];
        }

        flow.Trace.Add($"{name}>");
        var result = await next(context);
        await Task.Yield();
        flow.Trace.Add($"<{name}");
        return result;
    }
}

/// <summary>Leaves its step out.</summary>
internal sealed class SkipAttribute : StepFilterAttribute
{
    public string? Target { get; set; }

    public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        ((FilterFlow)context.Flow).Trace.Add($"skip {context.StepName}");
        return new(Target is null ? null : context.To(Target));
    }
}

/// <summary>Goes on when its step throws.</summary>
internal sealed class RescueAttribute : StepFilterAttribute
{
    public required string Target { get; set; }

    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (InvalidOperationException e)
        {
            ((FilterFlow)context.Flow).Trace.Add($"{context.Services.GetRequiredService<Greeter>().Greet(context.Context.FlowName)}: {e.Message}");
            return context.To(Target);
        }
    }
}

/// <summary>Gives its step's foreach other items.</summary>
internal sealed class FanOutAttribute : StepFilterAttribute
{
    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        await next(context);
        return context.ForEach([1, 2, 3], nameof(FilterFlow.Item));
    }
}

/// <summary>Fails the first attempt at its step, before the step runs.</summary>
internal sealed class FailFirstAttribute : StepFilterAttribute
{
    public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) =>
        context.Attempt == 0 ? throw new TimeoutException("not yet") : next(context);
}
