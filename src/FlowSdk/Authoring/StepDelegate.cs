namespace FlowSdk;

/// <summary>What a filter surrounds: the next filter, or the step itself.</summary>
/// <param name="context">What the filter was given.</param>
/// <returns>Where the flow goes on; null at its end.</returns>
public delegate ValueTask<Next?> StepDelegate(StepContext context);
