using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Resuming;

/// <summary>
/// Plans a resume: goes through the journal of the origin once, in which every task stands behind those before it, and judges each
/// finished task. Nothing is written.
/// </summary>
internal sealed class ResumePlanner
{
    private const int BatchSize = 512;

    private readonly OriginMap _map;
    private readonly TaskJudge _judge;
    private readonly ContentPresence _presence;
    private readonly DueTasks _due;
    private readonly StepTally[] _tallies;
    private readonly StepTally[] _gone;
    private readonly HashSet<long> _reused = [];
    private readonly Dictionary<long, int> _again = [];
    private readonly Dictionary<long, List<(TaskFinishedRecord Task, ReuseReason? Reason)>> _gangs = [];

    private ResumePlanner(OriginMap map, TaskJudge judge, ContentPresence presence)
    {
        (_map, _judge, _presence) = (map, judge, presence);
        var known = map.Origin.Steps.Select(s => s.Name).ToHashSet();
        _tallies = [.. map.Graph.Nodes.Select(n => new StepTally(n.Name, !known.Contains(n.Name)))];
        _gone = [.. map.Origin.Steps.Select(s => new StepTally(s.Name, isAdded: false))];
        _due = new DueTasks(map, step => _tallies[step]);
    }

    /// <summary>Plans a resume.</summary>
    /// <param name="request">What is to be resumed, and how.</param>
    /// <param name="store">Where it is kept.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ResumePlan> PlanAsync(ResumeRequest request, IObjectStore store, CancellationToken cancellation)
    {
        var (origin, definition) = (request.Origin, request.Definition);
        var status = (await origin.SummaryAsync(cancellation)).Status;
        var map = new OriginMap(origin.Start, definition, request.Graph);
        var reads = new ParameterReads(definition, ParameterReads.Changed(origin.Start.Parameters, request.Parameters, request.GivenParameters));
        var planner = new ResumePlanner(map, new TaskJudge(map, reads, request.ForcedStep), new ContentPresence(store, keep: !request.IsDryRun));
        planner._due.Begin();
        await foreach (var batch in origin.Journal.ReadAllAsync(cancellation).Chunk(BatchSize).WithCancellation(cancellation))
        {
            await planner.AddAsync(batch, cancellation);
        }

        planner.EndGangs();
        return new()
        {
            Origin = origin,
            OriginStatus = status,
            Map = map,
            Reused = planner._reused,
            Steps = planner.Steps(),
            IsCodeChanged = origin.Start.Build.GetValueOrDefault("moduleId") != BuildIdentity.Of(definition),
        };
    }

    private async Task AddAsync(JournalEntry[] batch, CancellationToken cancellation)
    {
        var judged = batch.Select(e => e.Record).OfType<TaskFinishedRecord>().Select(t => (Task: t, Reason: _judge.Judge(t))).ToList();
        await _presence.LookAsync(judged.Where(t => t.Reason is null && !Follows(t.Task)).SelectMany(t => References(t.Task)), cancellation);
        foreach (var (task, reason) in judged)
        {
            Add(task, reason ?? JudgeFurther(task));
        }

        foreach (var failed in batch.Select(e => e.Record).OfType<AttemptFailedRecord>())
        {
            if (failed is { IsFinal: true, Failure.Kind: not FailureKind.Canceled } && _map.StepOf(failed.Key.Step) is >= 0 and var step)
            {
                _tallies[step].Failed();
            }
        }
    }

    private bool Follows(TaskFinishedRecord task) => task.Parents.Any(_again.ContainsKey);

    private ReuseReason? JudgeFurther(TaskFinishedRecord task)
    {
        foreach (var parent in task.Parents)
        {
            if (_again.TryGetValue(parent, out var step))
            {
                return new(ReuseReasonKind.Follows, _map.Origin.Steps[step].Name);
            }
        }

        return References(task).Select(_presence.FindUnusable).FirstOrDefault(key => key is not null) is { } unusable
            ? new(ReuseReasonKind.ObjectUnusable, unusable)
            : null;
    }

    // Of what the flow no longer has nothing is taken over.
    private IEnumerable<ArtifactReference> References(TaskFinishedRecord task) =>
        task.Artifacts.Changes.Where(c => c.Reference is not null && _map.ArtifactOf(c.Artifact) >= 0).Select(c => c.Reference!)
            .Concat(task.Transition?.Items.Select(i => i.Content) ?? []);

    // The members of a gang follow each other in the journal, and before anything that follows from them.
    private void Add(TaskFinishedRecord task, ReuseReason? reason)
    {
        if (task.Parents is not [var split] || split != task.Key.SplitTaskId || _due.GangOf(split) is not { } members)
        {
            Settle(task, reason);
            return;
        }

        if (!_gangs.TryGetValue(split, out var gang))
        {
            _gangs.Add(split, gang = []);
        }

        gang.Add((task, reason));
        if (gang.Count == members)
        {
            _gangs.Remove(split);
            EndGang(gang, isWhole: gang.All(m => m.Reason is null));
        }
    }

    private void EndGangs()
    {
        foreach (var gang in _gangs.Values)
        {
            EndGang(gang, isWhole: false);
        }
    }

    private void EndGang(List<(TaskFinishedRecord Task, ReuseReason? Reason)> gang, bool isWhole)
    {
        foreach (var (task, reason) in gang)
        {
            Settle(task, isWhole ? null : reason ?? new(ReuseReasonKind.GangIncomplete));
        }
    }

    private void Settle(TaskFinishedRecord task, ReuseReason? reason)
    {
        var step = _map.StepOf(task.Key.Step);
        if (reason is { } why)
        {
            _again.Add(task.TaskId, task.Key.Step);
            (step < 0 ? _gone[task.Key.Step] : _tallies[step]).RunAgain(why, isDue: task.Parents.All(_reused.Contains));
            return;
        }

        _reused.Add(task.TaskId);
        _tallies[step].Reuse();
        _due.After(task);
    }

    private IReadOnlyList<StepPlan> Steps()
    {
        var later = StepsAfter(_map.Graph, _tallies.Index().Where(t => t.Item.ToRun > 0).Select(t => t.Index));
        return
        [
            .. _tallies.Select((tally, step) => tally.Plan(later.Contains(step))),
            .. _gone.Where((_, step) => _map.StepOf(step) < 0).Select(tally => tally.PlanGone()),
        ];
    }

    private static HashSet<int> StepsAfter(FlowGraph graph, IEnumerable<int> steps)
    {
        var after = new HashSet<int>();
        var open = new Stack<int>(steps);
        while (open.TryPop(out var step))
        {
            foreach (var target in graph.Nodes[step].Edges.SelectMany(e => e.Join < 0 ? e.Targets : [.. e.Targets, e.Join]))
            {
                if (after.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return after;
    }
}
