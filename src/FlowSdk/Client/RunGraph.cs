using FlowSdk.Metadata;

namespace FlowSdk;

/// <summary>The graph of a run, as the flow's class was when it was run.</summary>
/// <param name="Summary">The summary of the class's XML documentation; empty if there was none.</param>
/// <param name="Steps">The steps, in the order of the source.</param>
public sealed record RunGraph(string Summary, IReadOnlyList<RunGraphStep> Steps)
{
    internal static RunGraph Of(RunStartedRecord start) => new(start.Summary, [.. start.Steps.Select(step => new RunGraphStep(
        step.Name,
        step.IsJoin,
        step.Summary,
        step.SourceFile,
        step.SourceLine,
        [.. step.Transitions.Select(transition => new RunGraphTransition(
            transition.Kind, [.. transition.Targets.Select(target => start.Steps[target].Name)], transition.Join < 0 ? null : start.Steps[transition.Join].Name))]))]);
}
