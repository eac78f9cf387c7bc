using System.Buffers;
using System.IO.Compression;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;

namespace FlowSdk.Tests.Storage;

/// <summary>What any released version has written must still load, and what is written today must not differ by accident.</summary>
public sealed class GoldenStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GoldenStoreTests() => ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Storage", "Golden", "store-1.zip"), _folder.Path);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_of_version_1_loads()
    {
        await using var store = new LocalObjectStore(_folder.Path, TimeProvider.System);
        var registry = new RunRegistry(store, TimeProvider.System, new Random(1));
        (await registry.RunsAsync(cancellation: Stop).ToListAsync(Stop)).ShouldBe([SampleRun.Paths]);
        (await registry.RunsAsync(SampleRun.Paths.FlowName, null, onlySucceeded: true, Stop).ToListAsync(Stop)).ShouldBe([SampleRun.Paths]);
        var reader = registry.Open(SampleRun.Paths);
        (await reader.Journal.ReadAllAsync(Stop).Select(entry => SampleRun.Text(entry.Record)).ToListAsync(Stop))
            .ShouldBe(SampleRun.Records.Select(SampleRun.Text));
        (await reader.Journal.FindTaskAsync(2, Stop)).Count.ShouldBe(3);
        var summary = await reader.SummaryAsync(Stop);
        summary.Status.ShouldBe(RunStatus.Succeeded);
        summary.Tags.ShouldBe(["one", "two", "日本\n\"3\""]);
        (await registry.IsCancelRequestedAsync(SampleRun.Paths, Stop)).ShouldBeTrue();
        (await reader.Log.ReadAsync(cancellation: Stop).Select(line => line.Text).ToListAsync(Stop)).ShouldBe(GoldenStore.Lines);
        (await reader.Log.ReadAsync(taskId: 2, cancellation: Stop).Select(line => line.Text).ToListAsync(Stop)).ShouldBe(["日本"]);
        var artifacts = new ArtifactStore(store);
        foreach (var bytes in (byte[][])[GoldenStore.Noise, GoldenStore.Text])
        {
            artifacts.Get(artifacts.Describe("byte[]", GoldenStore.Value(bytes))).ToArray().ShouldBe(bytes);
        }
    }

    [Fact]
    public async Task Runs_are_written_today_byte_for_byte_as_they_were()
    {
        var today = _folder.Path + " today";
        await GoldenStore.WriteAsync(today);
        var files = FilesIn(_folder.Path);
        FilesIn(today).ShouldBe(files);
        files.Count(file => file.Contains("journal", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        foreach (var file in files)
        {
            (await File.ReadAllBytesAsync(Path.Combine(today, file), Stop)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, file), Stop), file);
        }
    }

    // How well content is compressed may change; what it is does not.
    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith('~') && !file.StartsWith('.') && !file.StartsWith("artifacts", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
