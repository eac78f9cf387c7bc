using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>What a resume takes over from a journal: each task whose parents it takes over, gangs whole or not at all.</summary>
internal static class TakenOver
{
    /// <param name="records">The journal of the run that is resumed, in order.</param>
    /// <param name="isBad">Whether a task has to run again, as when an object that it made is lost.</param>
    public static IReadOnlyList<VirtualRecord> Of(IReadOnlyList<VirtualRecord> records, Func<VirtualRecord, bool> isBad)
    {
        var taken = new Dictionary<long, VirtualRecord>();
        var badGangs = BadGangs(records, isBad);
        foreach (var record in records)
        {
            if (!isBad(record) && !badGangs.Contains((record.Commit.Key.SplitTaskId, record.Commit.Key.Step)) && record.Commit.Parents.All(taken.ContainsKey))
            {
                taken.Add(record.Commit.TaskId, record);
            }
        }

        return [.. taken.Values];
    }

    /// <summary>The same for the scheduler: a new journal begins with the records.</summary>
    public static ReusedTasks Index(IReadOnlyList<VirtualRecord> records)
    {
        var reused = new ReusedTasks(static _ => ArtifactTable.Empty(0));
        foreach (var (position, record) in records.Index())
        {
            reused.Add(record.Commit.Key, new ReusedTask(record.Commit.TaskId, new RecordPosition(0, position), record.Commit.Output.Transition));
        }

        return reused;
    }

    // The members of each gang are the tasks of its first step; a runner that dies may have kept some of them only.
    private static HashSet<(long Split, int Step)> BadGangs(IReadOnlyList<VirtualRecord> records, Func<VirtualRecord, bool> isBad)
    {
        var members = records.Where(r => !isBad(r)).CountBy(r => (r.Commit.Key.SplitTaskId, r.Commit.Key.Step)).ToDictionary();
        return
        [
            .. from record in records
               let transition = record.Commit.Output.Transition
               where transition is { Kind: TransitionKind.Gang }
               let gang = (record.Commit.TaskId, transition.Targets[0])
               where members.GetValueOrDefault(gang) != transition.Count
               select gang,
        ];
    }
}
