using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>The steps of a graph in an order in which a person reads them: each after those that lead to it, branches in their order.</summary>
internal sealed class GraphOrder
{
    private readonly FlowGraph _graph;
    private readonly List<int> _reversed = [];
    private readonly int[] _depths;
    private readonly int[] _places;

    public GraphOrder(FlowGraph graph)
    {
        _graph = graph;
        _depths = Enumerable.Repeat(-1, graph.Nodes.Count).ToArray();
        _places = new int[graph.Nodes.Count];
        Visit(graph.Start, 0);
        _reversed.Reverse();
        for (var i = 0; i < _reversed.Count; i++)
        {
            _places[_reversed[i]] = i;
        }
    }

    /// <summary>The numbers of the steps, in order.</summary>
    public IReadOnlyList<int> Steps => _reversed;

    /// <summary>In how many splits a step stands.</summary>
    public int DepthOf(int step) => _depths[step];

    /// <summary>Whether a transition goes back: it closes a loop.</summary>
    public bool GoesBack(int from, int to) => _places[to] <= _places[from];

    // A step is added when all that follows it has been; last targets are visited first, so that the first come first in the end.
    private void Visit(int step, int depth)
    {
        _depths[step] = depth;
        foreach (var edge in _graph.Nodes[step].Edges.Reverse())
        {
            foreach (var target in edge.Targets.Reverse().Where(t => _depths[t] < 0))
            {
                Visit(target, depth + (edge.Kind == TransitionKind.Linear ? 0 : 1) - (_graph.Nodes[target].IsJoin ? 1 : 0));
            }
        }

        _reversed.Add(step);
    }
}
