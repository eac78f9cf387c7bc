using FlowSdk.Graph;

namespace FlowSdk.Generators.DataFlow;

/// <summary>Finds what is set in vain: on every way it is overwritten, or left behind at a join, before anything reads it.</summary>
/// <remarks>What is there at the end of the flow is its result, and counts as read.</remarks>
internal sealed class UnreadSets(IReadOnlyList<StepEffects> steps, GraphIndex graph, GraphPlan plan, int artifacts)
{
    private readonly bool[][] _wanted = [.. steps.Select(_ => new bool[artifacts])];
    private readonly HashSet<int>[] _reads = [.. steps.Select(s => new HashSet<int>(s.Reads.Select(r => r.Artifact)))];

    /// <summary>The steps and the artifacts that they set in vain, by number.</summary>
    public IEnumerable<(int Step, int Artifact)> Find()
    {
        bool changed;
        do
        {
            changed = false;
            for (var step = steps.Count - 1; step >= 0; step--)
            {
                changed |= Spread(step);
            }
        }
        while (changed);

        for (var step = 0; step < steps.Count; step++)
        {
            for (var artifact = 0; artifact < artifacts; artifact++)
            {
                if (steps[step].Sets[artifact] && steps[step].Failure != artifact && !_wanted[step][artifact] && !steps[step].IsOpen && !Reads(step, artifact))
                {
                    yield return (step, artifact);
                }
            }
        }
    }

    /// <summary>What is wanted after a step grows by what is wanted before those that follow.</summary>
    private bool Spread(int step)
    {
        var changed = false;
        for (var artifact = 0; artifact < artifacts; artifact++)
        {
            if (!_wanted[step][artifact] && IsWantedAfter(step, artifact))
            {
                _wanted[step][artifact] = changed = true;
            }
        }

        return changed;
    }

    private bool IsWantedAfter(int step, int artifact)
    {
        if (step == plan.End)
        {
            return true;
        }

        for (var i = 0; i < graph.Transitions[step].Length; i++)
        {
            // After an empty foreach, the join's inputs are what the splitting step had.
            if (graph.Transitions[step][i].Any(t => IsWantedBy(t, artifact)) || (plan.Joins[step][i] is >= 0 and var join && IsWantedBy(join, artifact)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWantedBy(int step, int artifact) =>
        steps[step].IsOpen
        || (graph.Steps[step].IsJoin
            ? steps[step].Merges.Any(m => !m.IsKnown || m.Takes[artifact]) || steps[step].Reads.Any(r => r.Artifact == artifact && r.Input is not null)
            : Reads(step, artifact) || (_wanted[step][artifact] && !(steps[step].Overwrites[artifact] && steps[step].Failure < 0)));

    private bool Reads(int step, int artifact) => _reads[step].Contains(artifact);
}
