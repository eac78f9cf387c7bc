using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;

namespace FlowSdk.Tests.PowerCut;

/// <summary>All that readers find in a store; reading it throws if anything but an artifact's object is damaged.</summary>
/// <param name="Runs">The runs by id, with their status.</param>
/// <param name="Tasks">The finished tasks, as run and id.</param>
/// <param name="Lines">The number of lines of output.</param>
/// <param name="Bad">The keys of objects that a task refers to and that cannot be read.</param>
/// <param name="Broken">The runs that say that they have succeeded, and lack something.</param>
/// <param name="Tags">The tags of each run.</param>
internal sealed record Survey(
    IReadOnlyDictionary<string, RunStatus> Runs,
    IReadOnlySet<(string Run, long Task)> Tasks,
    int Lines,
    IReadOnlySet<string> Bad,
    IReadOnlyList<string> Broken,
    IReadOnlyDictionary<string, string> Tags)
{
    public static async Task<Survey> ReadAsync(string folder, CancellationToken cancellation)
    {
        await using var store = new LocalObjectStore(folder, TimeProvider.System);
        var registry = new RunRegistry(store, TimeProvider.System, new Random(1));
        var artifacts = new ArtifactStore(store);
        var (runs, tasks, lines) = (new Dictionary<string, RunStatus>(), new HashSet<(string, long)>(), 0);
        var (bad, broken, tags) = (new HashSet<string>(), new List<string>(), new Dictionary<string, string>());
        await foreach (var run in registry.RunsAsync(cancellation: cancellation))
        {
            var reader = registry.Open(run);
            var summary = await reader.SummaryAsync(cancellation);
            runs.Add(run.RunId, summary.Status);
            tags.Add(run.RunId, string.Join(' ', summary.Tags));
            await reader.ProgressAsync(cancellation);
            lines += await reader.Log.ReadAsync(cancellation: cancellation).CountAsync(cancellation);
            var badBefore = bad.Count;
            await foreach (var task in reader.TasksAsync(cancellation: cancellation))
            {
                if (task.Finished is not null)
                {
                    tasks.Add((run.RunId, task.TaskId));
                    bad.UnionWith(reader.Artifacts(task).Select(a => a.Reference).Where(r => !IsReadable(artifacts, r)).Select(r => ContentObject.KeyOf(r.Hash)));
                }
            }

            if (summary.Status is RunStatus.Succeeded
                && (bad.Count > badBefore || (run != SampleRun.Paths && !await new RunIndex(store, RunIndex.Succeeded).ContainsAsync(run, cancellation))))
            {
                broken.Add(run.RunId);
            }
        }

        return new(runs, tasks, lines, bad, broken, tags);
    }

    private static bool IsReadable(ArtifactStore artifacts, ArtifactReference reference)
    {
        try
        {
            artifacts.Get(reference);
            return true;
        }
        catch (FlowException exception) when (exception.Id is FlowErrors.ObjectMissing or FlowErrors.ObjectDamaged)
        {
            return false;
        }
    }
}
