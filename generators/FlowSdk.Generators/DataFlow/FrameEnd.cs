namespace FlowSdk.Generators.DataFlow;

/// <summary>What comes out of the steps between a split and its join.</summary>
/// <param name="State">What is known at the end; null as long as no way is known to lead there.</param>
/// <param name="Steps">The steps, those of splits within included.</param>
internal sealed record FrameEnd(FlowState? State, IReadOnlyCollection<int> Steps);
