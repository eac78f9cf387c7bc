using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Flows.Tests.KillPoints;

/// <summary>What the runs of the program of kill points have left.</summary>
internal static class Ledger
{
    public const string Flow = "LedgerFlow";

    /// <summary>What each task of the latest run has left, in an order that does not depend on when it ran.</summary>
    public static async Task<string[]> ReadAsync(TemporaryDirectory directory)
    {
        await using var state = await RunState.OpenLatestAsync(directory[".flowsdk"], Flow);
        return
        [
            .. state.Tasks
                .Select(t => $"{t.Step} {t.Summary.Key.Visit} {state.Json(t, "Round")} {state.Json(t, "Entries")} {state.Json(t, "Pages")}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The number of runs that can be seen, after making sure that none has committed a task twice.</summary>
    public static async Task<int> CountRunsAsync(TemporaryDirectory directory)
    {
        await using var store = ObjectStores.Open(directory[".flowsdk"]);
        var registry = new RunRegistry(store, TimeProvider.System, new Random(1));
        var runs = 0;
        await foreach (var run in registry.RunsAsync(Flow))
        {
            runs++;
            var finished = await registry.Open(run).Journal.ReadAllAsync().Select(e => e.Record).OfType<TaskFinishedRecord>().ToListAsync();
            finished.Select(t => t.Key).ShouldBeUnique();
            finished.Select(t => t.TaskId).ShouldBeUnique();
        }

        return runs;
    }
}
