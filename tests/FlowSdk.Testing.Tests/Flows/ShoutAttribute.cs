namespace FlowSdk.Testing.Tests.Flows;

/// <summary>Puts what the step says into upper case.</summary>
public sealed class ShoutAttribute : StepFilterAttribute
{
    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        var taken = await next(context);
        var flow = (MixedFlow)context.Flow;
        flow.Text = flow.Text.ToUpperInvariant();
        return taken;
    }
}
