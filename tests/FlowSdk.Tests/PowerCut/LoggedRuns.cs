using System.Security.Cryptography;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Runtime;

namespace FlowSdk.Tests.PowerCut;

/// <summary>
/// Two runs, changes of their tags, and a journal of many short segments, in a store all of whose changes are logged; and what a loss of power after any of them leaves.
/// </summary>
public sealed class LoggedRuns : IAsyncLifetime
{
    /// <summary>What the tags of a run may be.</summary>
    internal static readonly string[] Tags = ["", "one", "one two", "a b"];

    /// <summary>Finished tasks in the journal of short segments.</summary>
    internal const int TasksInSegments = 12;

    private const string StoreName = "store";

    private readonly string _folder = Directory.CreateTempSubdirectory("flowsdk-").FullName;
    private readonly Dictionary<string, Survey> _surveys = [];
    private readonly Random _random = new(1);

    internal IReadOnlyList<DiskChange> Changes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var origin = Directory.CreateDirectory(Path.Combine(_folder, "origin")).FullName;
        var disk = new LoggedDisk(origin);
        using var inline = new InlineRun(Path.Combine(origin, StoreName), disk) { Time = new QuickTime() };
        for (var run = 0; run < 2; run++)
        {
            var outcome = await inline.RunAsync(new NotesByHand());
            outcome.Status.ShouldBe(RunStatus.Succeeded);
            var reader = new RunReader(inline.Store, new RunPaths(nameof(NotesByHand), outcome.RunId));
            await reader.Tags.ChangeAsync(reader.Start, [], ["one"]);
            await reader.Tags.ChangeAsync(reader.Start, [], ["two"]);
        }

        await WriteSegmentsAsync(inline.Store);
        Changes = disk.Changes;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Loses the power after so many changes.</summary>
    internal async Task<CutStore> CutAsync(int changes, Loss loss)
    {
        var disk = DiskAfter(changes);
        var left = disk.After(loss, _random);
        var state = StateOf(left);
        if (!_surveys.TryGetValue(state, out var found))
        {
            _surveys.Add(state, found = await SurveyAsync(left));
        }

        return new(disk, StoreName, found);
    }

    /// <summary>Loses the power after so many changes, and resumes the latest run, or makes one if there is none.</summary>
    internal async Task<ResumedStore> ResumeAsync(int changes, Loss loss)
    {
        var store = Restore(DiskAfter(changes).After(loss, _random), $"resumed {changes}");
        var resumed = await ResumedStore.MakeAsync(store);
        Directory.Delete(Path.GetDirectoryName(store)!, recursive: true);
        return resumed;
    }

    private CutDisk DiskAfter(int changes)
    {
        var disk = new CutDisk();
        foreach (var change in Changes.Take(changes))
        {
            disk.Apply(change);
        }

        return disk;
    }

    private static async Task WriteSegmentsAsync(IObjectStore store)
    {
        var journal = new JournalWriter(store, SampleRun.Paths, new("FLOWJRN1", 700, 20_000));
        journal.Enqueue(SampleRun.Start);
        await journal.SyncAsync();
        await new RunIndex(store, RunIndex.All).AddAsync(SampleRun.Paths, default);
        for (var task = 1; task <= TasksInSegments; task++)
        {
            journal.Enqueue(SampleRun.Finished(task, new(1, 0, 0, task), [], null, new(null, 0, [new(1, SampleRun.Inline("double", (byte)task))])));
            await journal.FlushAsync();
        }

        journal.Enqueue(SampleRun.Records[^1]);
        await journal.CloseAsync();
    }

    // Much of what is cut off at one place is what is cut off at the next.
    private static string StateOf(IReadOnlyList<(string Path, byte[]? Content)> left) =>
        string.Join('|', left.Select(f => $"{f.Path}:{(f.Content is null ? "" : Convert.ToHexString(SHA256.HashData(f.Content)))}"));

    private async Task<Survey> SurveyAsync(IReadOnlyList<(string Path, byte[]? Content)> left)
    {
        var store = Restore(left, $"cut {_surveys.Count}");
        var found = await Survey.ReadAsync(store, TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(store)!, recursive: true);
        return found;
    }

    // Gives the store's folder.
    private string Restore(IReadOnlyList<(string Path, byte[]? Content)> left, string name)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var (path, content) in left)
        {
            if (content is null)
            {
                Directory.CreateDirectory(Path.Combine(target, path));
            }
            else
            {
                File.WriteAllBytes(Path.Combine(target, path), content);
            }
        }

        return Path.Combine(target, StoreName);
    }
}
