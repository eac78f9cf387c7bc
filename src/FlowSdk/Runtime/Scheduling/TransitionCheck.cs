using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Checks the transition that a task took. A step can hand back a transition that it did not make, such as one kept from another step.</summary>
internal sealed class TransitionCheck(FlowGraph graph, ResourceLedger ledger)
{
    /// <summary>Finds the edge; null at the end of the flow.</summary>
    /// <returns>Why the transition cannot be taken; null if it can.</returns>
    public StepFailure? Check(ScheduledTask task, TakenTransition? taken, out FlowEdge? edge)
    {
        var step = task.Key.Step;
        edge = taken is null ? null : EdgeChoice.Find(graph, step, taken);
        if (taken is null)
        {
            return step == graph.End ? null : Invalid($"Step {Name(step)} named no transition. Return To, ForEach or InParallel.");
        }

        if (edge is null || !Fits(task.Place, taken, edge))
        {
            return Invalid(
                $"Step {Name(step)} returned a transition to {string.Join(", ", taken.Targets.Select(Name))} that is not among those written in it. "
                + "Return what To, ForEach or InParallel gave in this very step.");
        }

        return taken.Kind is TransitionKind.Gang && !ledger.HasGpusFor(taken.Targets[0], taken.Count)
            ? new StepFailure(
                FailureKind.Exception,
                typeof(FlowException).FullName!,
                $"{FlowErrors.NotEnoughGpus}: A gang of {taken.Count} tasks of step {Name(taken.Targets[0])} needs more GPUs at the same time "
                + "than this machine has. Ask for a smaller gang, or run with --without-gpu.",
                "")
            : null;
    }

    private static StepFailure Invalid(string message) =>
        new(FailureKind.Exception, typeof(FlowException).FullName!, $"{FlowErrors.InvalidTransition}: {message}", "");

    private bool Fits(Place place, TakenTransition taken, FlowEdge edge) => taken.Kind switch
    {
        TransitionKind.Linear => !graph.Nodes[edge.Targets[0]].IsJoin || place.Split?.Join == edge.Targets[0],
        TransitionKind.Gang => taken.Count > 0,
        _ => taken.Count >= 0,
    };

    private string Name(int step) => step >= 0 && step < graph.Nodes.Count ? graph.Nodes[step].Name : $"number {step}";
}
