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
            Report(GraphProblemKind.NothingToJoin, start);
            return;
        }

        Place(start, new Frame(null, -1), start);
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

    private void Follow(int step)
    {
        var transitions = graph.Steps[step].Transitions;
        for (var i = 0; i < transitions.Count; i++)
        {
            if (transitions[i].IsSplit)
            {
                var frame = new Frame(_frameOf[step]!.Root, step);
                _opened[step][i] = frame;
                foreach (var target in graph.Transitions[step][i])
                {
                    Split(step, target, frame);
                }
            }
            else
            {
                Pass(step, graph.Transitions[step][i][0]);
            }
        }
    }

    private void Split(int step, int target, Frame frame)
    {
        if (graph.Steps[target].IsJoin)
        {
            Report(GraphProblemKind.SplitIntoJoin, target, step);
        }
        else
        {
            Place(target, frame, step);
        }
    }

    private void Pass(int step, int target)
    {
        var frame = _frameOf[step]!.Root;
        if (!graph.Steps[target].IsJoin)
        {
            Place(target, frame, step);
        }
        else if (frame.Parent is not { } parent)
        {
            Report(GraphProblemKind.NothingToJoin, target, step);
        }
        else
        {
            frame.CloseBy(target);
            if (!Frame.TryMerge(_closedBy[target] ??= frame, frame))
            {
                Report(GraphProblemKind.UnrelatedJoin, target, [.. _closedBy[target]!.Root.Splits, .. frame.Splits]);
            }
            else
            {
                Place(target, parent.Root, step);
            }
        }
    }

    private void Place(int step, Frame frame, int from)
    {
        if (_frameOf[step] is not { } known)
        {
            _frameOf[step] = frame;
            _queue.Enqueue(step);
        }
        else if (!Frame.TryMerge(known, frame) && !graph.Steps[step].IsEnd)
        {
            Report(GraphProblemKind.FrameCrossed, step, [from, .. Depth(known) > Depth(frame) ? known.Root.Splits : frame.Root.Splits]);
        }

        if (graph.Steps[step].IsEnd && frame.Root.Parent is not null)
        {
            _leaks.UnionWith(frame.Root.Splits);
        }
    }

    private void CheckClosed()
    {
        for (var step = 0; step < graph.Count; step++)
        {
            foreach (var opened in _opened[step])
            {
                if (opened?.Root is not { } frame)
                {
                    continue;
                }

                if (frame.Joins.Count > 1)
                {
                    Report(GraphProblemKind.SeveralJoins, step, [.. frame.Joins]);
                }
                else if (frame.Joins.Count == 0 && MeetingPoint(step) is { } meeting)
                {
                    Report(GraphProblemKind.InputsMissing, meeting, step);
                }
                else if (frame.Joins.Count == 0 || _leaks.Contains(step))
                {
                    Report(GraphProblemKind.NeverJoined, step, graph.Targets(step)[0]);
                }
            }
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

    private void Report(GraphProblemKind kind, int step, params int[] others)
    {
        if (_reported.Add(step))
        {
            problems.Add(new(kind, graph.Steps[step].Name, [.. others.Distinct().Select(s => graph.Steps[s].Name)]));
        }
    }
}
