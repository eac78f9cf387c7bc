using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class GarbageCollectionTests : IDisposable
{
    private readonly StoreOfRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task What_only_a_deleted_run_needed_goes_and_what_another_needs_stays()
    {
        var (own, shared) = (_runs.Save(StoreOfRuns.Bytes(1)), _runs.Save(StoreOfRuns.Bytes(2)));
        var deleted = await _runs.FinishedAsync(artifacts: [own, shared]);
        await _runs.FinishedAsync(artifacts: [shared]);
        await new RunRemoval(_runs.Store).RemoveAsync(deleted, Stop);
        _runs.Time.Now += TimeSpan.FromHours(2);

        var report = await _runs.CollectAsync();

        (report.Garbage.Count, report.Kept.Count, report.Young.Count).ShouldBe((1, 1, 0));
        report.Garbage.Length.ShouldBe(3000 + ContentObject.HeaderSize);
        (await _runs.Store.FindAsync(ContentObject.KeyOf(own.Hash), Stop)).ShouldBeNull();
        _runs.Artifacts.Get(shared).Length.ShouldBe(3000);
    }

    [Fact]
    public async Task Without_being_told_to_it_removes_nothing_and_tells_what_it_would()
    {
        var failed = await _runs.FinishedAsync(status: RunStatus.Failed, artifacts: [_runs.Save(StoreOfRuns.Bytes(1))]);
        _runs.Save(StoreOfRuns.Bytes(2));
        _runs.Time.Now += TimeSpan.FromHours(2);

        var dry = await _runs.CollectAsync(new() { Statuses = [RunStatus.Failed] }, remove: false);

        dry.Runs.Single().Summary.Start.RunId.ShouldBe(failed.RunId);
        dry.Garbage.Count.ShouldBe(2);
        (await _runs.CountAsync("")).ShouldBe(5, "format, index, journal and two artifacts");
        var real = await _runs.CollectAsync(new() { Statuses = [RunStatus.Failed] });
        (real.Runs.Count, real.Garbage, real.Length).ShouldBe((1, dry.Garbage, dry.Length));
        (await _runs.CountAsync("")).ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_a_run_refers_to_is_kept()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"));
        await File.WriteAllBytesAsync(file, StoreOfRuns.Bytes(7, 9 << 20), Stop);
        var attached = _runs.Artifacts.Store(file);
        File.Delete(file);
        using (var run = await _runs.StartAsync("Train", null, _runs.Save(StoreOfRuns.Bytes(1))))
        {
            var items = new TakenTransition(TransitionKind.ForEach, [1], 2, [new(0, 2, _runs.Save(StoreOfRuns.Bytes(2)))]);
            await StoreOfRuns.AddTaskAsync(run, 1, items, _runs.Save(StoreOfRuns.Bytes(3)), _runs.Save(StoreOfRuns.Bytes(4, 100), attached));
            await StoreOfRuns.AddTaskAsync(run, 2, null, _runs.Save(new byte[(64 << 20) + 1000]));
        }

        _runs.Time.Now += TimeSpan.FromHours(2);
        (await _runs.CollectAsync()).Kept.Count.ShouldBe(9, "three values, the list and two chunks of a file, the list and two chunks of a large value");
        (await _runs.CollectAsync()).Garbage.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_younger_than_an_hour_is_too_new_to_tell()
    {
        _runs.Save(StoreOfRuns.Bytes(1));
        _runs.Time.Now += TimeSpan.FromMinutes(59);
        (await _runs.CollectAsync()).Young.Count.ShouldBe(1);
        _runs.Time.Now += TimeSpan.FromMinutes(2);
        (await _runs.CollectAsync()).Garbage.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_stored_after_the_oldest_running_run_began_stays_until_that_run_is_over()
    {
        _runs.Save(StoreOfRuns.Bytes(1));
        _runs.Time.Now += TimeSpan.FromMinutes(1);
        using (var running = await _runs.StartAsync())
        {
            _runs.Time.Now += TimeSpan.FromMinutes(1);
            _runs.Save(StoreOfRuns.Bytes(2));
            _runs.Time.Now += TimeSpan.FromDays(3);
            var during = await _runs.CollectAsync();
            (during.Garbage.Count, during.Young.Count).ShouldBe((1, 1), "a task that stored something three days ago may not have ended yet");
        }

        (await _runs.CollectAsync()).Garbage.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_clock_is_the_stores_own()
    {
        _runs.Time.Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _runs.Save(StoreOfRuns.Bytes(1));
        (await _runs.CollectAsync()).Young.Count.ShouldBe(1);
        _runs.Time.Now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        (await _runs.CollectAsync()).Young.Count.ShouldBe(1, "a clock that was set back makes nothing old");
    }

    [Fact]
    public async Task A_damaged_journal_stops_it_before_any_object_goes()
    {
        var run = await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(1))]);
        _runs.Save(StoreOfRuns.Bytes(2));
        var path = Directory.EnumerateFiles(Path.Combine(_runs.Folder, "runs"), "000000", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[300] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Stop);
        _runs.Time.Now += TimeSpan.FromHours(2);

        var error = await Should.ThrowAsync<FlowException>(() => _runs.CollectAsync());

        error.Id.ShouldBe("FLOW1651");
        error.Message.ShouldContain($"delete Train/{run.RunId}");
        (await _runs.CountAsync("artifacts/")).ShouldBe(2);
        await new RunRemoval(_runs.Store).RemoveAsync(run, Stop);
        (await _runs.CollectAsync()).Garbage.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_whose_tags_were_cut_short_may_be_one_to_keep_and_is_not_deleted()
    {
        var run = await _runs.FinishedAsync();
        await _runs.Registry.Open(run).Tags.ChangeAsync(SampleRun.Start, [], ["keep"], Stop);
        await File.WriteAllTextAsync(Path.Combine(_runs.Folder, LocalKeys.ToPath(run.Tags)), "[\"ke", Stop);

        var error = await Should.ThrowAsync<FlowException>(() => _runs.CollectAsync(new() { KeepLast = 0 }));

        error.Id.ShouldBe("FLOW1651");
        error.Message.ShouldContain("'tag replace'");
        (await _runs.RunsAsync()).ShouldBe([run.RunId]);
        (await _runs.CollectAsync()).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_whose_journal_is_gone_stops_it_too()
    {
        var run = await _runs.FinishedAsync();
        await _runs.Store.DeleteAsync($"{run.Journal}000000", null, Stop);
        (await Should.ThrowAsync<FlowException>(() => _runs.CollectAsync())).Id.ShouldBe("FLOW1651");
    }

    [Fact]
    public async Task A_list_of_files_that_is_gone_stops_it()
    {
        using (var run = await _runs.StartAsync())
        {
            var files = _runs.Artifacts.Store(Directory.CreateDirectory(Path.Combine(_runs.Folder, "~empty")).FullName);
            await StoreOfRuns.AddTaskAsync(run, 1, null, _runs.Save(StoreOfRuns.Bytes(1, 100), files));
            await _runs.Store.DeleteAsync(ContentObject.KeyOf(files), null, Stop);
        }

        _runs.Save(StoreOfRuns.Bytes(2));
        _runs.Time.Now += TimeSpan.FromHours(2);
        (await Should.ThrowAsync<FlowException>(() => _runs.CollectAsync())).Id.ShouldBe("FLOW1651");
        (await _runs.CountAsync("artifacts/")).ShouldBe(1);
    }

    [Fact]
    public async Task Files_of_writers_that_died_go_when_they_are_an_hour_old()
    {
        _runs.Save(StoreOfRuns.Bytes(1));
        var torn = Path.Combine(_runs.Folder, "~temp", "torn");
        await File.WriteAllTextAsync(torn, "half", Stop);
        File.SetLastWriteTimeUtc(torn, _runs.Time.Now.UtcDateTime);
        (await _runs.CollectAsync()).Unfinished.Count.ShouldBe(0);
        _runs.Time.Now += TimeSpan.FromHours(2);
        (await _runs.CollectAsync(remove: false)).Unfinished.ShouldBe(new(1, 4));
        File.Exists(torn).ShouldBeTrue();
        (await _runs.CollectAsync()).Unfinished.ShouldBe(new(1, 4));
        File.Exists(torn).ShouldBeFalse();
    }

    [Fact]
    public async Task Folders_of_days_go_when_they_are_empty_and_nobody_has_changed_them_for_an_hour()
    {
        await new RunRemoval(_runs.Store).RemoveAsync(await _runs.FinishedAsync(), Stop);
        await _runs.CollectAsync();
        Days().ShouldBe(2, "an entry was taken out just now, and one may be about to be added");
        _runs.Time.Now += TimeSpan.FromHours(2);
        await _runs.CollectAsync(remove: false);
        Days().ShouldBe(2, "it was only asked what would go");
        await _runs.CollectAsync();
        Days().ShouldBe(0);
        await _runs.FinishedAsync();
        _runs.Time.Now += TimeSpan.FromHours(2);
        await _runs.CollectAsync();
        (Days(), (await _runs.RunsAsync()).Length).ShouldBe((2, 1));

        int Days() => new[] { "index", "succeeded" }.Sum(root =>
            Directory.GetDirectories(Path.Combine(_runs.Folder, root), "*", SearchOption.AllDirectories).Count(static folder => Path.GetFileName(folder).Length == 8));
    }

    [Fact]
    public async Task What_a_deletion_that_was_killed_at_its_very_end_has_left_goes_unless_someone_holds_the_lock()
    {
        var run = await _runs.FinishedAsync();
        var folder = Path.Combine(_runs.Folder, LocalKeys.ToPath(run.Root.TrimEnd('/')));
        await new RunRemoval(_runs.Store).RemoveAsync(run, Stop);
        Directory.CreateDirectory(Path.Combine(folder, "journal"));
        using (_runs.Store.TryTake(run.Lock))
        {
            _runs.Time.Now += TimeSpan.FromHours(2);
            await _runs.CollectAsync();
            File.Exists(Path.Combine(folder, "lock~")).ShouldBeTrue();
        }

        await _runs.CollectAsync();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void Every_kind_of_record_says_what_it_refers_to()
    {
        foreach (var kind in typeof(JournalRecord).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(JournalRecord))))
        {
            var record = SampleRun.Records.Append(new RunSealedRecord("by", SampleRun.CreatedAt)).FirstOrDefault(r => r.GetType() == kind);
            record.ShouldNotBeNull($"SampleRun has no {kind.Name}");
            Should.NotThrow(() => RecordReferences.Of(record, SampleRun.Start).Count());
        }
    }
}
