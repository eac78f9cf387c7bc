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

    [Fact]
    public async Task Output_of_a_finished_run_that_was_cut_off_is_named()
    {
        using var run = await _runs.StartAsync();
        await run.Log.AppendAsync(0, 1, 0, OutputStream.Stdout, _runs.Time.Now, "hello"u8.ToArray());
        await run.FinishAsync(new() { Status = RunStatus.Failed, FinishedAt = _runs.Time.Now, Steps = [] }, Stop);
        run.Dispose();
        (await CheckAsync()).Findings.ShouldBeEmpty();
        using (var log = File.OpenWrite(PathOf($"{run.Paths.Log}000000")))
        {
            log.SetLength(50);
        }

        var finding = (await CheckAsync()).Findings.ShouldHaveSingleItem();

        (finding.Id, finding.Subject).ShouldBe(("FLOW1206", $"Train/{run.RunId}"));
        finding.Message.ShouldContain("log/000000' in");
        finding.Message.ShouldContain("is damaged at offset 50: it was cut off there");
    }

    [Fact]
    public async Task A_run_that_has_succeeded_and_lost_its_entry_is_named()
    {
        var run = await _runs.FinishedAsync();
        await new RunIndex(_runs.Store, RunIndex.All).RemoveAsync(run, Stop);

        var report = await CheckAsync();

        report.Runs.ShouldBe(0);
        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Subject).ShouldBe(("FLOW1207", $"Train/{run.RunId}"));
        finding.Message.ShouldStartWith($"The object 'index/Train/{RunId.ToIndex(run.RunId)}' is missing from ");
    }

    [Fact]
    public async Task A_run_that_has_failed_and_lost_its_entry_is_named_when_no_deletion_can_be_under_way()
    {
        var run = await _runs.FinishedAsync(status: RunStatus.Failed);
        await new RunIndex(_runs.Store, RunIndex.All).RemoveAsync(run, Stop);
        (await CheckAsync()).Findings.ShouldBeEmpty();
        _runs.Time.Now += TimeSpan.FromHours(2);

        (await CheckAsync()).Findings.ShouldHaveSingleItem().Id.ShouldBe("FLOW1207");
    }

    [Fact]
    public async Task What_a_start_or_a_deletion_that_was_cut_short_has_left_is_not_damaged()
    {
        var deleted = await _runs.FinishedAsync();
        foreach (var index in (string[])[RunIndex.Succeeded, RunIndex.All])
        {
            await new RunIndex(_runs.Store, index).RemoveAsync(deleted, Stop);
        }

        var begun = await _runs.StartAsync();
        begun.Dispose();
        await new RunIndex(_runs.Store, RunIndex.All).RemoveAsync(begun.Paths, Stop);
        _runs.Time.Now += TimeSpan.FromHours(2);

        (await CheckAsync()).Findings.ShouldBeEmpty();
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
