namespace FlowSdk.Generators.Parse;

/// <summary>What the body of a step does, in the orders in which it may do it: events, and from each those that may come next.</summary>
internal sealed class BodyGraph
{
    /// <summary>The place where the body begins.</summary>
    public const int Entry = 0;

    private readonly List<BodyEvent?> _events = [null];
    private readonly List<List<int>> _next = [[]];
    private readonly List<int> _regions = [0];
    private BodyGraph? _reverse;

    /// <summary>The number of places.</summary>
    public int Count => _events.Count;

    /// <summary>The place where the body ends.</summary>
    public int Exit { get; set; }

    /// <summary>What happens at a place; null if nothing.</summary>
    public BodyEvent? this[int place] => _events[place];

    /// <summary>All events, with their places.</summary>
    public IEnumerable<(int Place, BodyEvent Event)> Events()
    {
        for (var place = 0; place < _events.Count; place++)
        {
            if (_events[place] is { } found)
            {
                yield return (place, found);
            }
        }
    }

    /// <summary>The outermost lambda in which a place stands, by number; 0 if it stands in none.</summary>
    public int Region(int place) => _regions[place];

    public int Add(BodyEvent? happening, int region)
    {
        _reverse = null;
        _events.Add(happening);
        _next.Add([]);
        _regions.Add(region);
        return _events.Count - 1;
    }

    public void Link(int from, int to)
    {
        if (!_next[from].Contains(to))
        {
            _reverse = null;
            _next[from].Add(to);
        }
    }

    /// <summary>The places that lead to one, itself included.</summary>
    public bool[] LeadTo(int place) => (_reverse ??= Reverse()).Reach(place);

    /// <summary>The places that can be reached from one, itself included, without going on from any that are to be avoided.</summary>
    public bool[] Reach(int from, Func<int, bool>? avoid = null)
    {
        var seen = new bool[Count];
        var queue = new Queue<int>();
        seen[from] = true;
        queue.Enqueue(from);
        while (queue.Count > 0)
        {
            var at = queue.Dequeue();
            if (avoid?.Invoke(at) == true)
            {
                continue;
            }

            foreach (var next in _next[at])
            {
                if (!seen[next])
                {
                    seen[next] = true;
                    queue.Enqueue(next);
                }
            }
        }

        return seen;
    }

    private BodyGraph Reverse()
    {
        var before = new BodyGraph();
        for (var at = 1; at < Count; at++)
        {
            before.Add(null, 0);
        }

        for (var at = 0; at < Count; at++)
        {
            _next[at].ForEach(next => before.Link(next, at));
        }

        return before;
    }
}
