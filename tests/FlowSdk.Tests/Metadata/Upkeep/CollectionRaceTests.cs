using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Metadata;

/// <summary>What others do at the worst moment of a collection.</summary>
public sealed class CollectionRaceTests : IDisposable
{
    private readonly StoreOfRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task What_is_stored_again_right_before_it_would_go_stays()
    {
        var bytes = StoreOfRuns.Bytes(1);
        var reference = _runs.Save(bytes);
        _runs.Time.Now += TimeSpan.FromHours(2);
        var store = new SteppedStore(_runs.Store) { BeforeDelete = key => Task.FromResult(_runs.Save(bytes)) };

        var report = await _runs.CollectAsync(store: store);

        report.Garbage.Count.ShouldBe(0);
        _runs.Artifacts.Get(reference).Length.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task What_is_stored_again_right_after_it_went_is_written_again()
    {
        var bytes = StoreOfRuns.Bytes(1);
        _runs.Save(bytes);
        _runs.Time.Now += TimeSpan.FromHours(2);
        (await _runs.CollectAsync()).Garbage.Count.ShouldBe(1);
        _runs.Artifacts.Get(_runs.Save(bytes)).Length.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task A_run_that_begins_and_stores_during_the_mark_loses_nothing()
    {
        var bytes = StoreOfRuns.Bytes(1);
        _runs.Save(bytes);
        _runs.Time.Now += TimeSpan.FromHours(2);
        StartedRun? begun = null;
        ArtifactReference? reference = null;
        var store = new SteppedStore(_runs.Store)
        {
            BeforeList = async prefix =>
            {
                if (prefix == ContentObject.Root && begun is null)
                {
                    begun = await _runs.StartAsync();
                    reference = _runs.Save(bytes);
                    await StoreOfRuns.AddTaskAsync(begun, 1, null, reference);
                }
            },
        };

        (await _runs.CollectAsync(store: store)).Garbage.Count.ShouldBe(0);

        begun!.Dispose();
        _runs.Artifacts.Get(reference!).Length.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task A_run_that_is_about_to_become_visible_keeps_what_it_has_taken_over()
    {
        var reference = _runs.Save(StoreOfRuns.Bytes(1));
        var first = await _runs.FinishedAsync(artifacts: [reference]);
        _runs.Time.Now += TimeSpan.FromHours(2);
        var beginning = await _runs.StartAsync("Train", null, reference);
        var hidden = $"index/Train/{RunId.ToIndex(beginning.RunId)}";
        await _runs.Store.DeleteAsync(hidden, null, Stop);
        _runs.Time.Now += TimeSpan.FromHours(2);

        await _runs.CollectAsync(new() { KeepLast = 0 });

        (await _runs.RunsAsync()).ShouldBeEmpty(first.RunId);
        _runs.Artifacts.Get(reference).Length.ShouldBe(3000);
        beginning.Dispose();
    }

    [Fact]
    public async Task A_run_that_someone_deletes_while_it_is_read_is_not_damaged()
    {
        var run = await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(1))]);
        _runs.Time.Now += TimeSpan.FromHours(2);
        var store = new SteppedStore(_runs.Store)
        {
            BeforeRead = async key =>
            {
                if (key.StartsWith("runs/", StringComparison.Ordinal))
                {
                    await new RunRemoval(_runs.Store).RemoveAsync(run, Stop);
                }
            },
        };
        (await _runs.CollectAsync(store: store)).Garbage.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_someone_is_deleting_is_left_to_them()
    {
        var run = await _runs.FinishedAsync();
        using (_runs.Store.TryTake(run.Lock))
        {
            (await new RunRemoval(_runs.Store).RemoveAsync(run, Stop)).ShouldBeFalse();
        }

        (await new RunRemoval(_runs.Store).RemoveAsync(run, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_collections_at_once_remove_everything_once()
    {
        for (var i = 0; i < 5; i++)
        {
            await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(i))]);
        }

        var kept = await _runs.FinishedAsync(artifacts: [_runs.Save(StoreOfRuns.Bytes(99))]);
        _runs.Time.Now += TimeSpan.FromHours(2);
        CollectionReport? other = null;
        var store = new SteppedStore(_runs.Store)
        {
            BeforeDelete = async key =>
            {
                if (key == ContentObject.KeyOf(_runs.Save(StoreOfRuns.Bytes(99)).Hash))
                {
                    throw new InvalidOperationException("It is needed.");
                }

                if (other is null && key.StartsWith(ContentObject.Root, StringComparison.Ordinal))
                {
                    other = await _runs.CollectAsync(new() { KeepLast = 1 });
                }
            },
        };

        var report = await _runs.CollectAsync(new() { KeepLast = 1 }, store: store);

        (report.Runs.Count + other!.Runs.Count).ShouldBe(5);
        (report.Garbage.Count + other.Garbage.Count).ShouldBe(5);
        (await _runs.RunsAsync()).ShouldBe([kept.RunId]);
        (await _runs.CountAsync("artifacts/")).ShouldBe(1);
    }

    [Fact]
    public async Task Killed_before_any_of_its_deletions_it_leaves_nothing_half_visible_and_the_next_one_ends_the_work()
    {
        var kills = 0;
        for (var survived = 0; ; survived++)
        {
            using var runs = new StoreOfRuns();
            var shared = runs.Save(StoreOfRuns.Bytes(0));
            await runs.FinishedAsync(tags: ["a"], artifacts: [shared, runs.Save(StoreOfRuns.Bytes(1))]);
            await runs.FinishedAsync(artifacts: [runs.Save(StoreOfRuns.Bytes(2))]);
            runs.Time.Now += TimeSpan.FromHours(2);
            var kept = await runs.FinishedAsync(artifacts: [shared]);
            var left = survived;
            var store = new SteppedStore(runs.Store) { BeforeDelete = _ => left-- > 0 ? Task.CompletedTask : throw new OperationCanceledException("killed") };
            var isKilled = false;
            try
            {
                await runs.CollectAsync(new() { KeepLast = 1 }, store: store);
            }
            catch (OperationCanceledException)
            {
                isKilled = true;
                kills++;
            }

            foreach (var id in await runs.RunsAsync())
            {
                var reader = runs.Registry.Open(new("Train", id));
                (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Succeeded);
                foreach (var (_, reference) in reader.Artifacts((await reader.FindTaskAsync(1, Stop))!))
                {
                    runs.Artifacts.Get(reference).Length.ShouldBe(3000);
                }
            }

            runs.Time.Now += TimeSpan.FromHours(2);
            await runs.CollectAsync(new() { KeepLast = 1 });
            (await runs.RunsAsync()).ShouldBe([kept.RunId]);
            (await runs.CountAsync("")).ShouldBe(5, "format, two entries, journal and one artifact");
            Directory.GetDirectories(Path.Combine(runs.Folder, "runs", "^train")).Length.ShouldBe(1);
            if (!isKilled)
            {
                break;
            }
        }

        kills.ShouldBe(8, "two entries each, two journals, two artifacts");
    }

    [Fact]
    public async Task Tags_that_come_as_a_run_is_deleted_are_taken_back()
    {
        var run = await _runs.FinishedAsync();
        var store = new SteppedStore(_runs.Store) { BeforePut = async key => (await new RunRemoval(_runs.Store).RemoveAsync(run, Stop)).ShouldBeTrue() };

        var error = await Should.ThrowAsync<FlowException>(async () => await new RunTags(store, run).ChangeAsync(SampleRun.Start, [], ["late"], Stop));

        error.Id.ShouldBe("FLOW1209");
        (await _runs.CountAsync(run.Root)).ShouldBe(0);
    }
}
