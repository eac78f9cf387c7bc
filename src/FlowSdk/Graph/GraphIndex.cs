namespace FlowSdk.Graph;

/// <summary>The steps of a graph by number, and their targets as numbers.</summary>
internal sealed class GraphIndex
{
    private readonly Dictionary<string, int> _numbers = [];

    public GraphIndex(IReadOnlyList<GraphStep> steps)
    {
        Steps = steps;
        for (var i = 0; i < steps.Count; i++)
        {
            _numbers[steps[i].Name] = i;
        }
    }

    public IReadOnlyList<GraphStep> Steps { get; }

    public int Count => Steps.Count;

    /// <summary>The number of a step; -1 if there is no such step.</summary>
    public int Number(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;

    /// <summary>The steps to which any transition of a step leads.</summary>
    public IEnumerable<int> Targets(int step) =>
        Steps[step].Transitions.SelectMany(t => t.Targets).Select(Number).Distinct();

    /// <summary>The steps that can be reached from some steps, those included, in breadth-first order.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="next">The steps that follow a step.</param>
    public static IReadOnlyList<int> Reach(IEnumerable<int> from, Func<int, IEnumerable<int>> next)
    {
        List<int> order = [.. from.Distinct()];
        var seen = new HashSet<int>(order);
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(next(order[i]).Where(seen.Add).ToArray());
        }

        return order;
    }
}
