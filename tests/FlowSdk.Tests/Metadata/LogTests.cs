using System.Text;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class LogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalObjectStore _store;
    private readonly LogWriter _writer;

    public LogTests()
    {
        _store = new(_folder.Path, TimeProvider.System);
        _writer = new(_store, SampleRun.Paths);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_that_says_nothing_has_no_log()
    {
        await _writer.FlushAsync(Stop);
        await _writer.CloseAsync(Stop);
        Directory.Exists(_folder.Path).ShouldBeFalse();
        (await ReadAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_read_back_by_time_and_can_be_chosen(bool close)
    {
        await AddAsync(0, 1, 0, OutputStream.Stdout, 1, "a");
        await AddAsync(1, 2, 0, OutputStream.Stderr, 2, "日本 😀");
        await AddAsync(0, 1, 0, OutputStream.Stdout, 3, "");
        await _writer.FlushAsync(Stop);
        await AddAsync(1, 2, 1, OutputStream.Stdout, 4, "again");
        await AddAsync(0, 1, 0, OutputStream.Stderr, 5, "e");
        await (close ? _writer.CloseAsync(Stop) : _writer.FlushAsync(Stop));
        (await ReadAsync()).Select(line => line.Text).ShouldBe(["a", "日本 😀", "", "again", "e"]);
        (await ReadAsync(taskId: 1)).Select(line => line.Text).ShouldBe(["a", "", "e"]);
        (await ReadAsync(step: 1)).Select(line => line.Text).ShouldBe(["日本 😀", "again"]);
        (await ReadAsync(taskId: 2, attempt: 1)).ShouldBe([new LogPiece(1, 2, 1, OutputStream.Stdout, At(4), "again", false)]);
        (await ReadAsync(stream: OutputStream.Stderr)).Select(line => line.Time).ShouldBe([At(2), At(5)]);
        (await ReadAsync(taskId: 3)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1L)]
    public async Task Whoever_follows_sees_what_is_written_meanwhile_to_the_end(long? taskId)
    {
        await AddAsync(0, 1, 0, OutputStream.Stdout, 1, "one");
        await AddAsync(0, 2, 0, OutputStream.Stdout, 1, "of another");
        await _writer.FlushAsync(Stop);
        var waits = 0;
        var seen = new List<string>();

        var lines = new LogReader(_store, SampleRun.Paths).FollowAsync(
            new(null, taskId, null, OutputStream.Stdout),
            () => new(waits < 3),
            async () =>
            {
                waits++;
                seen.Add($"wait {waits}");
                await AddAsync(0, 1, 0, OutputStream.Stdout, waits + 1, $"more {waits}");
                await (waits == 3 ? _writer.CloseAsync(Stop) : _writer.FlushAsync(Stop));
            },
            Stop);
        await foreach (var line in lines)
        {
            seen.Add(line.Text);
        }

        seen.Where(text => text != "of another").ShouldBe(["one", "wait 1", "more 1", "wait 2", "more 2", "wait 3", "more 3"]);
        seen.Count(text => text == "of another").ShouldBe(taskId is null ? 1 : 0);
    }

    [Fact]
    public async Task The_order_of_a_stream_stands_when_the_clock_is_set_back()
    {
        await AddAsync(0, 1, 0, OutputStream.Stdout, 5, "first");
        await AddAsync(0, 1, 0, OutputStream.Stdout, 2, "second");
        await _writer.FlushAsync(Stop);
        (await ReadAsync()).Select(line => line.Text).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Long_lines_are_kept_in_pieces_and_partial_ones_marked()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i,5}"));
        await _writer.AppendAsync(0, 1, 0, OutputStream.Stdout, At(1), Encoding.UTF8.GetBytes(text));
        await _writer.AppendAsync(0, 1, 0, OutputStream.Stdout, At(2), "no end"u8.ToArray(), isPartial: true);
        await _writer.CloseAsync(Stop);
        var lines = await ReadAsync();
        lines.Select(line => line.IsPartial).ShouldBe([true, true, false, true]);
        string.Concat(lines.SkipLast(1).Select(line => line.Text)).ShouldBe(text);
    }

    [Fact]
    public async Task Much_output_is_written_while_it_comes()
    {
        var line = new byte[1000];
        Array.Fill(line, (byte)'x');
        for (var i = 0; i < 20_000; i++)
        {
            await _writer.AppendAsync(0, i % 3, 0, OutputStream.Stdout, At(i), line);
        }

        var written = (await _store.FindAsync(SampleRun.Paths.Log + "000000", Stop)).ShouldNotBeNull().Length;
        written.ShouldBeGreaterThan(19_000_000);
        await _writer.CloseAsync(Stop);
        var (count, last) = (0, DateTimeOffset.MinValue);
        await foreach (var read in new LogReader(_store, SampleRun.Paths).ReadAsync(cancellation: Stop))
        {
            read.Time.ShouldBeGreaterThan(last);
            (count, last) = (count + 1, read.Time);
        }

        count.ShouldBe(20_000);
    }

    [Fact]
    public async Task Many_threads_may_write()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(
            async () =>
            {
                for (var i = 0; i < 2000; i++)
                {
                    await _writer.AppendAsync(0, task + 1, 0, OutputStream.Stdout, At(i), Encoding.UTF8.GetBytes($"{i} of {task} {new string('.', 100)}"));
                }
            },
            Stop)));
        await _writer.CloseAsync(Stop);
        for (var task = 0; task < 8; task++)
        {
            (await ReadAsync(taskId: task + 1)).Select(line => line.Text[..line.Text.IndexOf('.')]).ShouldBe(Enumerable.Range(0, 2000).Select(i => $"{i} of {task} "));
        }
    }

    [Fact]
    public async Task Output_that_ends_as_a_closed_segment_does_is_output_like_any_other()
    {
        await AddAsync(0, 1, 0, OutputStream.Stdout, 1, "\0\0\0\0\u0010\0\0\0FLIX");
        await _writer.FlushAsync(Stop);
        (await ReadAsync(taskId: 1)).Select(line => line.Text).ShouldBe(["\0\0\0\0\u0010\0\0\0FLIX"]);
    }

    [Fact]
    public async Task A_segment_of_a_million_entries_is_followed_by_the_next_and_all_are_found()
    {
        var segments = new SegmentWriter(_store, "many/", SegmentKind.Log, SampleRun.CreatedAt);
        for (var id = 1L; id <= 1_500_000; id++)
        {
            segments.Begin().WriteInt64(id);
            segments.End(FrameType.LogBlock, id);
        }

        await segments.CloseAsync(Stop);
        var reader = new SegmentReader(_store, "many/", SegmentKind.Log);
        var found = await reader.SegmentsAsync(Stop);
        found.Count.ShouldBe(2);
        foreach (var (segment, first, last) in ((int, long, long)[])[(0, 1, 1_048_576), (1, 1_048_577, 1_500_000)])
        {
            var index = reader.Index(segment, found[segment].Length).ShouldNotBeNull();
            foreach (var id in (long[])[first, first + 511, first + 512, first + 513, last - 1, last])
            {
                reader.Find(segment, index, id).Count().ShouldBe(1);
            }

            reader.Find(segment, index, first - 1).ShouldBeEmpty();
            reader.Find(segment, index, last + 1).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_task_whose_frames_fill_pages_of_the_index_is_found_with_all_of_them()
    {
        var segments = new SegmentWriter(_store, "few/", SegmentKind.Log, SampleRun.CreatedAt);
        foreach (var id in (long[])[.. Enumerable.Repeat(1L, 500), .. Enumerable.Repeat(2L, 2000), 3])
        {
            segments.Begin().WriteInt64(id);
            segments.End(FrameType.LogBlock, id);
        }

        await segments.CloseAsync(Stop);
        var reader = new SegmentReader(_store, "few/", SegmentKind.Log);
        var index = reader.Index(0, (await reader.SegmentsAsync(Stop))[0].Length).ShouldNotBeNull();
        ((long[])[0, 1, 2, 3, 4]).Select(id => reader.Find(0, index, id).Count()).ShouldBe([0, 500, 2000, 1, 0]);
        reader.Find(0, index, 2).ShouldBeInOrder(SortDirection.Ascending, Comparer<RecordPosition>.Create((x, y) => x.Offset - y.Offset));
    }

    private static DateTimeOffset At(int second) => SampleRun.CreatedAt.AddSeconds(second);

    private async Task AddAsync(int step, long task, int attempt, OutputStream stream, int second, string text) =>
        await _writer.AppendAsync(step, task, attempt, stream, At(second), Encoding.UTF8.GetBytes(text));

    private async Task<List<LogPiece>> ReadAsync(int? step = null, long? taskId = null, int? attempt = null, OutputStream? stream = null) =>
        await new LogReader(_store, SampleRun.Paths).ReadAsync(step, taskId, attempt, stream, Stop).ToListAsync(Stop);
}
