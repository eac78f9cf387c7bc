using FlowSdk.Graph;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Scheduling;

/// <summary>Finds the edge of the graph that a task took.</summary>
internal static class EdgeChoice
{
    /// <summary>The edge of a step with the shape and the targets of a transition; null if it has none.</summary>
    public static FlowEdge? Find(FlowGraph graph, int step, TakenTransition taken)
    {
        foreach (var edge in graph.Nodes[step].Edges)
        {
            if (edge.Kind == taken.Kind && SameTargets(edge.Targets, taken.Targets))
            {
                return edge;
            }
        }

        return null;
    }

    private static bool SameTargets(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (i == right.Count || left[i] != right[i])
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }
}
