using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>Turns what a step has returned into what is recorded, after a look at what the step may return.</summary>
internal sealed class StepTransitions(FlowDefinition definition, ArtifactStore artifacts)
{
    private readonly Dictionary<string, int> _steps = definition.Steps.Select((step, number) => (step.Name, number)).ToDictionary(s => s.Name, s => s.number);

    public TakenTransition? Take(int step, Next? next, CancellationToken cancellation)
    {
        var definitionOfStep = definition.Steps[step];
        if (next is null)
        {
            return definitionOfStep.Transitions.Count == 0 ? null : throw new FlowException(
                FlowErrors.InvalidTransition, $"Step '{definitionOfStep.Name}' returned null. Return To, ForEach or InParallel on every path.");
        }

        if (!definitionOfStep.Transitions.Any(t => t.Kind == next.Kind && t.Targets.SequenceEqual(next.Targets)))
        {
            throw new FlowException(
                FlowErrors.InvalidTransition,
                $"Step '{definitionOfStep.Name}' returned a transition to {string.Join(", ", next.Targets)}, which does not stand in its body. Return a transition that the step makes itself.");
        }

        var targets = Array.ConvertAll(next.Targets, name => _steps[name]);
        switch (next.Kind)
        {
            case TransitionKind.ForEach:
                var items = new ItemEncoder(artifacts, cancellation);
                next.Items!.Accept(items);
                return new(next.Kind, targets, items.Count, items.Chunks);
            case TransitionKind.Gang:
                return new(next.Kind, targets, next.GangSize, []);
            case TransitionKind.Branch:
                return new(next.Kind, targets, targets.Length, []);
            default:
                return new(next.Kind, targets, 1, []);
        }
    }
}
