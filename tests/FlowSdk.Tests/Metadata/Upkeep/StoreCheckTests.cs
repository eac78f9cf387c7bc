using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class StoreCheckTests : IDisposable
{
    private readonly StoreOfRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task A_good_store_is_read_whole()
    {
        var shared = _runs.Save(StoreOfRuns.Bytes(1));
        await _runs.FinishedAsync(artifacts: [shared]);
        await _runs.FinishedAsync(artifacts: [shared, _runs.Save(StoreOfRuns.Bytes(2))]);
        _runs.Save(StoreOfRuns.Bytes(3));

        var report = await CheckAsync();

        (report.Runs, report.Objects).ShouldBe((2, new ObjectTally(3, 9000)));
        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_object_and_a_missing_one_are_named_with_all_who_need_them()
    {
        var (broken, missing) = (_runs.Save(StoreOfRuns.Bytes(1)), _runs.Save(StoreOfRuns.Bytes(2)));
        var first = await _runs.FinishedAsync(artifacts: [broken, missing]);
        var second = await _runs.FinishedAsync(artifacts: [broken]);
        Flip(ContentObject.KeyOf(broken.Hash));
        await _runs.Store.DeleteAsync(ContentObject.KeyOf(missing.Hash), null, Stop);

        var findings = (await CheckAsync()).Findings.ToDictionary(static finding => finding.Id);

        findings.Keys.Order().ShouldBe(["FLOW1207", "FLOW1208"]);
        findings["FLOW1208"].Subject.ShouldBe(ContentObject.KeyOf(broken.Hash));
        findings["FLOW1208"].Users.ShouldBe([$"Train/{second.RunId}/Start/1 (Data)", $"Train/{first.RunId}/Start/1 (Data)"]);
        findings["FLOW1207"].Users.ShouldBe([$"Train/{first.RunId}/Start/1 (Accuracy)"]);
    }

    [Fact]
    public async Task A_damaged_object_that_nothing_needs_is_found_too()
    {
        Flip(ContentObject.KeyOf(_runs.Save(StoreOfRuns.Bytes(1)).Hash));
        var finding = (await CheckAsync()).Findings.ShouldHaveSingleItem();
        (finding.Id, finding.UserCount, finding.IsObject).ShouldBe(("FLOW1208", 0, true));
    }

    [Fact]
    public async Task A_missing_chunk_is_told_with_who_needs_the_whole()
    {
        var file = Path.Combine(Directory.CreateDirectory(_runs.Folder).FullName, "~file");
        await File.WriteAllBytesAsync(file, StoreOfRuns.Bytes(7, 5000), Stop);
        var list = _runs.Artifacts.Store(file);
        var run = await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(1, 100), list)]);
        var chunk = _runs.Artifacts.ChunksOfFiles(list).ShouldHaveSingleItem();
        await _runs.Store.DeleteAsync(ContentObject.KeyOf(chunk), null, Stop);

        var finding = (await CheckAsync()).Findings.ShouldHaveSingleItem();

        finding.Subject.ShouldBe(ContentObject.KeyOf(chunk));
        finding.Users.ShouldBe([$"Train/{run.RunId}/Start/1 (Data)"]);
    }

    [Theory]
    [InlineData("journal/000000")]
    [InlineData("log/000000")]
    [InlineData("tags")]
    public async Task A_damaged_run_is_named_and_the_others_are_checked_all_the_same(string part)
    {
        using var run = await _runs.StartAsync();
        await run.Log.AppendAsync(0, 1, 0, OutputStream.Stdout, _runs.Time.Now, "hello"u8.ToArray());
        await run.Log.FlushAsync(Stop);
        await run.Log.AppendAsync(0, 1, 0, OutputStream.Stdout, _runs.Time.Now, "again"u8.ToArray());
        await run.FinishAsync(new() { Status = RunStatus.Succeeded, FinishedAt = _runs.Time.Now, Steps = [] }, Stop);
        run.Dispose();
        await _runs.Registry.Open(run.Paths).Tags.ChangeAsync(SampleRun.Start, [], ["tag"], Stop);
        await _runs.FinishedAsync();
        Flip($"{run.Paths.Root}{part}");

        var report = await CheckAsync();

        report.Runs.ShouldBe(2);
        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Subject, finding.IsObject).ShouldBe(($"Train/{run.RunId}", false));
        finding.Message.ShouldContain(part);
    }

    [Fact]
    public async Task Tags_that_were_cut_short_are_named_and_the_journal_is_read_all_the_same()
    {
        var run = await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(1))]);
        await File.WriteAllTextAsync(PathOf(run.Tags), "[\"ke", Stop);

        var report = await CheckAsync();

        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Subject).ShouldBe(("FLOW1208", $"Train/{run.RunId}"));
        finding.Message.ShouldContain("/tags' in");
    }

    private Task<StoreReport> CheckAsync() => new StoreCheck(_runs.Store).RunAsync(Stop);

    // A bit in the first part, where damage is not taken for a torn tail; what is small is text.
    private void Flip(string key)
    {
        var path = PathOf(key);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length < 50 ? 0 : 40] ^= 4;
        File.WriteAllBytes(path, bytes);
    }

    private string PathOf(string key) => Path.Combine(_runs.Folder, LocalKeys.ToPath(key));
}
