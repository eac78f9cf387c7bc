using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Flows.Tests.KillPoints;

/// <summary>
/// A collection of garbage that also deletes a run dies, as by kill -9, at each of its changes to the disk. What is kept can be read as a whole, and the next collection ends the work.
/// </summary>
public sealed class CollectionKillTests : IDisposable
{
    private static readonly string[] Collect = ["gc", "--keep-last", "1", "--yes"];

    private readonly TemporaryDirectory _origin = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _origin.Dispose();

    [Fact]
    public async Task A_collection_that_dies_anywhere_harms_nothing_that_is_kept_and_the_next_one_ends_its_work()
    {
        // What both runs have stored stays, what the older one alone has stored goes.
        (await RunAsync(_origin, "", "run", "--isolation", "inline", "--items", "5")).ShouldSucceed();
        (await RunAsync(_origin, "", "run", "--isolation", "inline", "--items", "2")).ShouldSucceed();
        var kept = await Ledger.ReadAsync(_origin);
        var (changes, left) = await UndisturbedAsync();
        changes.ShouldBeGreaterThan(10);

        for (var change = 0; change < changes; change++)
        {
            using var directory = Copy();
            var result = await RunAsync(directory, $"runner:+{change}:before:{directory["death"]}", Collect);

            File.Exists(directory["death"]).ShouldBeTrue($"It should have died at change {change}: {result}");
            await using var store = ObjectStores.Open(directory[".flowsdk"]);
            (await new StoreCheck(store).RunAsync(Stop)).Findings.ShouldBeEmpty($"at change {change}");
            (await Ledger.ReadAsync(directory)).ShouldBe(kept, $"at change {change}");
            await new GarbageCollection(store, new() { KeepLast = 1 }, remove: true).RunAsync(Stop);
            (await KeysAsync(directory)).ShouldBe(left, $"at change {change}");
            (await Ledger.ReadAsync(directory)).ShouldBe(kept, $"at change {change}");
        }
    }

    private static Task<ProgramResult> RunAsync(TemporaryDirectory directory, string killPoint, params string[] arguments) =>
        Undisturbed.Program.RunAsync(directory.Path, new Dictionary<string, string> { ["KILL_POINT"] = killPoint }, arguments);

    private static async Task<string[]> KeysAsync(TemporaryDirectory directory)
    {
        await using var store = ObjectStores.Open(directory[".flowsdk"]);
        return await RunFolders.ObjectsAsync(store, "", Stop).Select(static found => found.Key).ToArrayAsync(Stop);
    }

    private async Task<(int Changes, string[] Left)> UndisturbedAsync()
    {
        using var directory = Copy();
        var before = await KeysAsync(directory);
        var logs = Directory.CreateDirectory(directory["logs"]).FullName;
        (await Undisturbed.Program.RunAsync(directory.Path, new Dictionary<string, string> { ["KILL_LOG"] = logs }, Collect)).ShouldSucceed();
        var left = await KeysAsync(directory);
        before.Except(left).Count(static key => key.StartsWith("artifacts/", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        left.Count(static key => key.StartsWith("artifacts/", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        return (Directory.GetFiles(logs).Sum(static log => File.ReadLines(log).Count()), left);
    }

    // Garbage is what nobody has stored for an hour.
    private TemporaryDirectory Copy()
    {
        var copy = new TemporaryDirectory();
        foreach (var file in Directory.EnumerateFiles(_origin.Path, "*", SearchOption.AllDirectories))
        {
            var path = copy[Path.GetRelativePath(_origin.Path, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));
        }

        return copy;
    }
}
