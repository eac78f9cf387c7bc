namespace FlowSdk.Graph;

/// <summary>A split opens a frame, its join closes it, and no other edge enters or leaves one.</summary>
internal sealed class FrameRules(GraphIndex graph, List<GraphProblem> problems)
{
    private readonly Frame?[] _frameOf = new Frame?[graph.Count];
    private readonly Frame?[] _closedBy = new Frame?[graph.Count];
    private readonly Frame?[][] _opened = Array.ConvertAll(graph.Transitions, t => new Frame?[t.Length]);
    private readonly Queue<int> _queue = new();
    private readonly HashSet<int> _leaks = [];
    private readonly HashSet<int> _reported = [];

    /// <summary>Checks the frames of a graph in which all steps are reached.</summary>
    public void Check(int start)
    {
        if (graph.Steps[start].IsJoin)
        {
            Report(GraphProblemKind.NothingToJoin, start, null, []);
            return;
        }

        Place(start, new Frame(null, -1), null);
        while (_queue.Count > 0)
        {
            Follow(_queue.Dequeue());
        }

        if (problems.Count == 0)
        {
            CheckClosed();
        }

        if (problems.Count == 0)
        {
            new ArmRules(graph, _frameOf!, _closedBy, problems).Check(start);
        }
    }

    /// <summary>For each transition of each step of a valid graph, the step that closes it; -1 for what is no split.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Joins() =>
        Array.ConvertAll(_opened, frames => Array.ConvertAll(frames, f => f?.Root.Joins[0] ?? -1));

    /// <summary>The frames, those of outer splits first.</summary>
    public IEnumerable<Frame> Opened => _opened.SelectMany(frames => frames).OfType<Frame>().Select(f => f.Root).Distinct();

    /// <summary>The frame in which a step lies; null if none is known.</summary>
    public Frame? Around(int step) => _frameOf[step]?.Root;

    /// <summary>The frame that a step closes; null if it closes none.</summary>
    public Frame? ClosedBy(int join) => _closedBy[join]?.Root;

    private void Follow(int step)
    {
        var transitions = graph.Steps[step].Transitions;
        for (var i = 0; i < transitions.Count; i++)
        {
            if (transitions[i].IsSplit)
            {
                var frame = new Frame(_frameOf[step]!.Root, step);
                _opened[step][i] = frame;
                for (var k = 0; k < graph.Transitions[step][i].Length; k++)
                {
                    Split(new(step, i, k), frame);
                }
            }
            else
            {
                Pass(new(step, i, 0));
            }
        }
    }

    private void Split(GraphPlace at, Frame frame)
    {
        var target = graph.Target(at);
        if (graph.Steps[target].IsJoin)
        {
            Report(GraphProblemKind.SplitIntoJoin, target, at, [at.Step]);
        }
        else
        {
            Place(target, frame, at);
        }
    }

    private void Pass(GraphPlace at)
    {
        var target = graph.Target(at);
        var frame = _frameOf[at.Step]!.Root;
        if (!graph.Steps[target].IsJoin)
        {
            Place(target, frame, at);
        }
        else if (frame.Parent is not { } parent)
        {
            Report(GraphProblemKind.NothingToJoin, target, at, [at.Step]);
        }
        else
        {
            frame.CloseBy(target);
            if (Frame.TryMerge(_closedBy[target] ??= frame, frame))
            {
                Place(target, parent.Root, at);
            }
            else
            {
                ReportUnrelated(target, at, _closedBy[target]!.Root, frame);
            }
        }
    }

    private void Place(int step, Frame frame, GraphPlace? at)
    {
        if (_frameOf[step] is not { } known)
        {
            _frameOf[step] = frame;
            _queue.Enqueue(step);
        }
        else if (!Frame.TryMerge(known, frame) && !graph.Steps[step].IsEnd)
        {
            Report(GraphProblemKind.FrameCrossed, step, at, [at!.Step, .. Depth(known) > Depth(frame) ? known.Root.Splits : frame.Root.Splits]);
        }

        if (graph.Steps[step].IsEnd && frame.Root.Parent is not null)
        {
            _leaks.UnionWith(frame.Root.Splits);
        }
    }

    /// <summary>A join closes a split and one within it, which has to be joined first.</summary>
    private void ReportUnrelated(int join, GraphPlace at, Frame first, Frame second)
    {
        var (outer, inner) = Depth(first) < Depth(second) ? (first, second) : (second, first);
        Report(
            GraphProblemKind.UnrelatedJoin, join, ReferenceEquals(inner, second) ? at : null, [.. outer.Splits, .. inner.Splits],
            graph.Way(inner.Splits[0], join, []));
    }

    private void CheckClosed()
    {
        for (var step = 0; step < graph.Count; step++)
        {
            for (var i = 0; i < _opened[step].Length; i++)
            {
                if (_opened[step][i]?.Root is { } frame)
                {
                    CheckClosed(new(step, i), frame);
                }
            }
        }
    }

    private void CheckClosed(GraphPlace at, Frame frame)
    {
        var step = at.Step;
        if (frame.Joins.Count > 1)
        {
            // Alternative splits share their joins, and one of them need not lead to all.
            var ways = frame.Joins.Select(j => frame.Splits.Prepend(step).Select(s => graph.Way(s, j, [.. frame.Joins.Where(o => o != j)])).FirstOrDefault(w => w.Count > 0));
            Report(GraphProblemKind.SeveralJoins, step, at, [.. frame.Joins], [.. ways.OfType<IReadOnlyList<string>>()]);
        }
        else if (frame.Joins.Count == 0 && MeetingPoint(step) is { } meeting)
        {
            Report(GraphProblemKind.InputsMissing, meeting, null, [step]);
        }
        else if (frame.Joins.Count == 0 || _leaks.Contains(step))
        {
            var end = Enumerable.Range(0, graph.Count).First(s => graph.Steps[s].IsEnd);
            Report(GraphProblemKind.NeverJoined, step, at, [graph.Targets(step)[0]], graph.Way(step, end, frame.Joins));
        }
    }

    /// <summary>The first step, before the end, to which all branches of a split lead.</summary>
    private int? MeetingPoint(int split)
    {
        foreach (var branch in graph.Transitions[split].Where(t => t.Length > 1))
        {
            var ways = branch.Select(graph.Reach).ToArray();
            var common = ways[0].Where(s => !graph.Steps[s].IsEnd && ways.All(w => w.Contains(s))).ToArray();
            if (common.Length > 0)
            {
                return common[0];
            }
        }

        return null;
    }

    private static int Depth(Frame frame)
    {
        var depth = 0;
        for (var at = frame.Root.Parent; at is not null; at = at.Parent)
        {
            depth++;
        }

        return depth;
    }

    private void Report(GraphProblemKind kind, int step, GraphPlace? at, int[] others, params IReadOnlyList<string>[] ways)
    {
        if (_reported.Add(step))
        {
            problems.Add(new(kind, graph.Steps[step].Name, [.. others.Distinct().Select(s => graph.Steps[s].Name)]) { At = at, Ways = ways });
        }
    }
}
