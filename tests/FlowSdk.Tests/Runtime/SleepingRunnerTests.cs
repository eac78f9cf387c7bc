using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

/// <summary>Runs in a store without locks, of which the runner sleeps or does not.</summary>
public sealed class SleepingRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TimeByHand _time = new();
    private readonly LocklessStore _store;
    private readonly RunRegistry _registry;
    private readonly InlineRun _inline;

    public SleepingRunnerTests()
    {
        _store = new(new LocalObjectStore(_folder.Path, _time));
        _registry = new(_store, _time, new Random(1));
        _inline = new(_store) { Time = _time };
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _inline.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_is_running_for_as_long_as_its_runner_renews_the_lease()
    {
        var run = _inline.RunAsync(new WaitingByHand());
        var reader = await OpenAsync();
        for (var renewals = 0; renewals < 12; renewals++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await _store.Refreshed.WaitAsync(Stop);
            (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Running);
        }

        await _inline.Cancel.CancelAsync();

        (await run).Status.ShouldBe(RunStatus.Canceled);
        (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Canceled);
    }

    [Fact]
    public async Task A_runner_that_wakes_up_after_a_resume_changes_nothing_and_says_where_the_run_goes_on()
    {
        var run = _inline.RunAsync(new WaitingByHand());
        var reader = await OpenAsync();
        _time.Sleep(TimeSpan.FromSeconds(30));
        (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Interrupted);
        await new JournalSealing(_store, reader.Paths).SealAsync("20261121-100000000-abcd", _time.GetUtcNow(), Stop);
        var before = await ObjectsAsync();

        _time.Advance(TimeSpan.FromSeconds(1));

        var stopped = await Should.ThrowAsync<FlowException>(run);
        stopped.Id.ShouldBe("FLOW1205");
        stopped.Message.ShouldContain("resumed as 20261121-100000000-abcd");
        (await ObjectsAsync()).ShouldBe(before);
        (await _registry.Open(reader.Paths).SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Interrupted);
    }

    [Fact]
    public async Task A_runner_that_wakes_up_before_anybody_resumed_its_run_goes_on()
    {
        var run = _inline.RunAsync(new WaitingByHand());
        var reader = await OpenAsync();
        _time.Sleep(TimeSpan.FromHours(9));
        (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Interrupted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _store.Refreshed.WaitAsync(Stop);

        (await reader.SummaryAsync(Stop)).Status.ShouldBe(RunStatus.Running);
        await _inline.Cancel.CancelAsync();
        (await run).Status.ShouldBe(RunStatus.Canceled);
    }

    private async Task<RunReader> OpenAsync()
    {
        await _inline.Observer.FirstLine.Task;
        return _registry.Open(await _registry.RunsAsync("WaitingByHand", Stop).SingleAsync(Stop));
    }

    private async Task<IReadOnlyList<ObjectInfo>> ObjectsAsync() => (await _store.ListAsync("", cancellation: Stop)).Objects;
}
