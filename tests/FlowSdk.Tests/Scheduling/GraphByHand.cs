using FlowSdk.Graph;

namespace FlowSdk.Tests.Scheduling;

/// <summary>Builds graphs for the scheduler without a flow. Steps are numbered in the order of their names.</summary>
internal sealed class GraphByHand(params string[] names)
{
    private readonly List<FlowEdge>[] _edges = [.. names.Select(_ => new List<FlowEdge>())];
    private readonly HashSet<string> _joins = [];
    private string[] _loop = [];

    public GraphByHand To(string from, string target) => Edge(from, TransitionKind.Linear, [target], null);

    public GraphByHand Branch(string from, string[] targets, string join) => Edge(from, TransitionKind.Branch, targets, join);

    public GraphByHand ForEach(string from, string body, string join) => Edge(from, TransitionKind.ForEach, [body], join);

    public GraphByHand Gang(string from, string body, string join) => Edge(from, TransitionKind.Gang, [body], join);

    public GraphByHand InLoop(params string[] steps)
    {
        _loop = steps;
        return this;
    }

    /// <summary>The first name is the start, the last the end.</summary>
    public FlowGraph Build() => new(
        [.. names.Select((name, i) => new FlowNode(name, _joins.Contains(name), _loop.Contains(name), _edges[i]))],
        Start: 0,
        End: names.Length - 1);

    private GraphByHand Edge(string from, TransitionKind kind, string[] targets, string? join)
    {
        _edges[Number(from)].Add(new FlowEdge(kind, [.. targets.Select(Number)], join is null ? -1 : Number(join)));
        if (join is not null)
        {
            _joins.Add(join);
        }

        return this;
    }

    private int Number(string name) => Array.IndexOf(names, name);
}
