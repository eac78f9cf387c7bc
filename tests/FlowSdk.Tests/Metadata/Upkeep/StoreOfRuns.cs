using System.Buffers;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

/// <summary>A store with runs that have artifacts, and a clock that tests move.</summary>
public sealed class StoreOfRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal StoreOfRuns()
    {
        // What is appended is stamped by the file system: near enough to its clock, nothing is older than it was made to be.
        Time = new() { Now = DateTimeOffset.UtcNow };
        Store = new(_folder.Path, Time);
        Registry = new(Store, Time, new Random(1));
        Artifacts = new(Store);
    }

    internal FixedTime Time { get; }

    internal LocalObjectStore Store { get; }

    internal RunRegistry Registry { get; }

    internal ArtifactStore Artifacts { get; }

    internal string Folder => _folder.Path;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Bytes that are too many to be inline and do not compress to less, the same for the same seed.</summary>
    internal static byte[] Bytes(int seed, int length = 3000)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    internal ArtifactReference Save(byte[] bytes, params ContentHash[] attachments)
    {
        using var value = new EncodedValue(new ReadOnlySequence<byte>(bytes), attachments);
        return Artifacts.Save("byte[]", value);
    }

    /// <summary>Begins a run, which holds its lock.</summary>
    internal async Task<StartedRun> StartAsync(string flow = "Train", string[]? tags = null, params ArtifactReference[] parameters) => await Registry.StartAsync(
        flow,
        (id, createdAt) => SampleRun.Start with
        {
            FlowName = flow,
            RunId = id,
            CreatedAt = createdAt,
            Tags = tags ?? [],
            Parameters = [.. parameters.Select((value, number) => new RecordedParameter($"P{number}", value))],
        },
        cancellation: Stop);

    /// <summary>Adds a task with artifacts to a run.</summary>
    internal static async Task AddTaskAsync(StartedRun run, long id, TakenTransition? transition, params ArtifactReference?[] artifacts)
    {
        run.Journal.Enqueue(SampleRun.Finished(
            id, new(0, 0, 0, 0), [], transition, new(null, 0, [.. artifacts.Select((value, number) => new ArtifactChange(number, value))])));
        await run.Journal.FlushAsync(Stop);
    }

    /// <summary>A finished run of one task with such artifacts.</summary>
    internal async Task<RunPaths> FinishedAsync(string flow = "Train", RunStatus status = RunStatus.Succeeded, string[]? tags = null, params ArtifactReference[] artifacts)
    {
        // Of two runs, one is the newer one.
        Time.Now += TimeSpan.FromSeconds(1);
        using var run = await StartAsync(flow, tags);
        await AddTaskAsync(run, 1, null, artifacts);
        await run.FinishAsync(new() { Status = status, FinishedAt = Time.Now, Steps = [] }, Stop);
        return run.Paths;
    }

    internal Task<CollectionReport> CollectAsync(RunRetention? retention = null, bool remove = true, IObjectStore? store = null) =>
        new GarbageCollection(store ?? Store, retention ?? new(), remove).RunAsync(Stop);

    /// <summary>The ids of the runs of a flow, newest first.</summary>
    internal async Task<string[]> RunsAsync(string flow = "Train") => await Registry.RunsAsync(flow, Stop).Select(run => run.RunId).ToArrayAsync(Stop);

    internal async Task<int> CountAsync(string prefix)
    {
        var count = 0;
        await foreach (var found in RunFolders.ObjectsAsync(Store, prefix, Stop))
        {
            count++;
        }

        return count;
    }
}
