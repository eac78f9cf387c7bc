using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class JournalSealingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalObjectStore _store;
    private readonly JournalWriter _runner;

    public JournalSealingTests()
    {
        _store = new(_folder.Path, TimeProvider.System);
        _runner = new(_store, SampleRun.Paths, new SegmentKind("FLOWJRN1", 600, 100));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string FirstSegment => SampleRun.Paths.Journal + "000000";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_runner_that_wakes_up_can_add_nothing()
    {
        await WriteAsync(3);
        await SealAsync("other");
        _runner.Enqueue(SampleRun.Records[3]);

        (await Should.ThrowAsync<FlowException>(_runner.FlushAsync(Stop).AsTask())).Id.ShouldBe("FLOW1205");

        (await TypesAsync()).ShouldBe(["RunStartedRecord", "TaskFinishedRecord", "TaskStartedRecord", "RunSealedRecord"]);
        new JournalReader(_store, SampleRun.Paths).ReadSeal().ShouldBe(new RunSealedRecord("other", SampleRun.CreatedAt.AddMinutes(1)));
        new JournalReader(_store, SampleRun.Paths).ReadEnd().ShouldBeNull();
    }

    [Fact]
    public async Task A_runner_that_wakes_up_with_nothing_to_write_finds_out_too()
    {
        await WriteAsync(3);
        await _runner.VerifyAsync(Stop);
        await SealAsync("other");

        (await Should.ThrowAsync<FlowException>(_runner.VerifyAsync(Stop).AsTask())).Id.ShouldBe("FLOW1205");
        Should.Throw<FlowException>(() => _runner.Enqueue(SampleRun.Records[3])).Id.ShouldBe("FLOW1205");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(20)]
    public async Task A_torn_tail_is_cut_off(int cut)
    {
        await WriteAsync(3);
        var bytes = await BytesAsync();
        (await _store.DeleteAsync(FirstSegment, cancellation: Stop)).ShouldBeTrue();
        await _store.PutIfAbsentAsync(FirstSegment, new(bytes.AsMemory(..^cut)), Stop);

        await SealAsync("other");

        (await TypesAsync()).ShouldBe(["RunStartedRecord", "TaskFinishedRecord", "RunSealedRecord"]);
        (await new JournalReader(_store, SampleRun.Paths).FindTaskAsync(1, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_left_of_an_index_is_cut_off_with_the_tail()
    {
        await WriteAsync(3);
        var open = await BytesAsync();
        await SealAsync("other");
        var expected = await BytesAsync();
        await ReplaceAsync(open);
        await _runner.CloseAsync(Stop);
        var closed = await BytesAsync();
        closed.Length.ShouldBe(open.Length + 9 + (2 * 12) + 9 + 12 + 12);
        for (var length = open.Length; length < closed.Length; length++)
        {
            await ReplaceAsync(closed[..length]);

            await SealAsync("other");

            (await BytesAsync()).ShouldBe(expected, $"cut at {length}");
        }
    }

    [Fact]
    public async Task A_segment_that_was_begun_and_has_nothing_whole_is_sealed_from_its_beginning()
    {
        await WriteAsync(9);
        var last = (await SegmentsAsync())[^1];
        await _store.DeleteAsync(last, cancellation: Stop);
        await _store.PutIfAbsentAsync(last, new(new byte[] { 16, 0 }), Stop);

        await SealAsync("other");

        (await TypesAsync())[^1].ShouldBe("RunSealedRecord");
    }

    [Fact]
    public async Task Behind_a_closed_segment_a_new_one_is_begun_which_the_runner_then_cannot_begin()
    {
        await WriteAsync(9);
        var segments = await SegmentsAsync();
        foreach (var later in segments.Skip(1))
        {
            await _store.DeleteAsync(later, cancellation: Stop);
        }

        await SealAsync("other");

        (await SegmentsAsync()).Count.ShouldBe(2);
        (await TypesAsync())[^1].ShouldBe("RunSealedRecord");
        (await _store.AppendAsync(segments[1], 0, new(new byte[] { 1 }), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_is_sealed_once_however_many_resume_it()
    {
        await WriteAsync(3);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SealAsync($"r{i}"), Stop)));

        (await TypesAsync()).Count(t => t == "RunSealedRecord").ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_has_finished_is_not_sealed()
    {
        await WriteAsync(SampleRun.Records.Count);
        await _runner.CloseAsync(Stop);

        await SealAsync("other");

        (await TypesAsync())[^1].ShouldBe("RunFinishedRecord");
    }

    private Task SealAsync(string by) => new JournalSealing(_store, SampleRun.Paths).SealAsync(by, SampleRun.CreatedAt.AddMinutes(1), Stop).AsTask();

    private async Task WriteAsync(int records)
    {
        foreach (var record in SampleRun.Records.Take(records))
        {
            _runner.Enqueue(record);
        }

        await _runner.FlushAsync(Stop);
    }

    private async Task ReplaceAsync(byte[] bytes)
    {
        await _store.DeleteAsync(FirstSegment, cancellation: Stop);
        await _store.PutIfAbsentAsync(FirstSegment, new(bytes), Stop);
    }

    private async Task<byte[]> BytesAsync()
    {
        var bytes = new byte[(await _store.FindAsync(FirstSegment, Stop))!.Length];
        await _store.ReadAsync(FirstSegment, 0, bytes, Stop);
        return bytes;
    }

    private async Task<IReadOnlyList<string>> SegmentsAsync() =>
        [.. (await _store.ListAsync(SampleRun.Paths.Journal, cancellation: Stop)).Objects.Select(o => o.Key)];

    private async Task<List<string>> TypesAsync() =>
        await new JournalReader(_store, SampleRun.Paths).ReadAllAsync(Stop).Select(e => e.Record.GetType().Name).ToListAsync(Stop);
}
