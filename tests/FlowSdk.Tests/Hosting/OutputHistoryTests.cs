using FlowSdk.Hosting;

namespace FlowSdk.Tests.Hosting;

public sealed class OutputHistoryTests
{
    private readonly OutputHistory _history = new(3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_newest_lines_are_kept()
    {
        Add("one", "two", "three", "four", "five");
        _history.Complete();

        (await TextsAsync()).ShouldBe(["three", "four", "five"]);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_goes_on_with_the_oldest_line_that_is_kept()
    {
        Add("one");
        await using var lines = _history.ReadAsync(Stop).GetAsyncEnumerator(Stop);
        (await lines.MoveNextAsync()).ShouldBeTrue();

        Add("two", "three", "four", "five");

        (await lines.MoveNextAsync()).ShouldBeTrue();
        lines.Current.Text.ShouldBe("three");
    }

    [Fact]
    public async Task A_reader_waits_for_the_next_line_and_for_the_end()
    {
        await using var lines = _history.ReadAsync(Stop).GetAsyncEnumerator(Stop);
        var first = lines.MoveNextAsync();
        first.IsCompleted.ShouldBeFalse();

        Add("one");
        (await first, lines.Current.Text).ShouldBe((true, "one"));
        var second = lines.MoveNextAsync();
        second.IsCompleted.ShouldBeFalse();

        _history.Complete();
        (await second).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_that_is_canceled_stops_waiting()
    {
        using var canceled = new CancellationTokenSource();
        await using var lines = _history.ReadAsync(canceled.Token).GetAsyncEnumerator(Stop);
        var first = lines.MoveNextAsync();

        await canceled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await first);
    }

    [Fact]
    public async Task Every_reader_gets_every_line()
    {
        Add("one", "two");
        _history.Complete();

        (await TextsAsync()).ShouldBe(["one", "two"]);
        (await TextsAsync()).ShouldBe(["one", "two"]);
    }

    private void Add(params string[] texts)
    {
        foreach (var text in texts)
        {
            _history.Add(new(DateTimeOffset.UnixEpoch, OutputStream.Stdout, text, "Start", "1", 0));
        }
    }

    private async Task<List<string>> TextsAsync() => await _history.ReadAsync(Stop).Select(line => line.Text).ToListAsync(Stop);
}
