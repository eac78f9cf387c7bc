using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalObjectStore _store;

    public JournalTests() => _store = new(_folder.Path, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string SegmentFile => Path.Combine(_folder.Path, LocalKeys.ToPath(SampleRun.Paths.Journal + "000000"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_record_reads_back_as_it_was()
    {
        var positions = await WriteAsync(SampleRun.Records, close: true);
        var reader = new JournalReader(_store, SampleRun.Paths);
        var entries = await reader.ReadAllAsync(Stop).ToListAsync(Stop);
        entries.Select(entry => SampleRun.Text(entry.Record)).ShouldBe(SampleRun.Records.Select(SampleRun.Text));
        entries.Select(entry => entry.Position).ShouldBe(positions);
        positions.Select(position => SampleRun.Text(reader.Read(position))).ShouldBe(SampleRun.Records.Select(SampleRun.Text));
        SampleRun.Text(reader.ReadStart()).ShouldBe(SampleRun.Text(SampleRun.Start));
        reader.ReadEnd().ShouldNotBeNull().FinishedAt.ShouldBe(SampleRun.CreatedAt.AddHours(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(137)]
    [InlineData(-1073741571)]
    public async Task An_exit_code_reads_back(int code)
    {
        var failed = SampleRun.Records.OfType<AttemptFailedRecord>().Single() with { Exit = code };
        await WriteAsync([SampleRun.Start, failed], close: true);
        (await TextsAsync())[1].ShouldBe(SampleRun.Text(failed));
    }

    [Fact]
    public async Task Nothing_is_visible_before_it_is_flushed()
    {
        var writer = new JournalWriter(_store, SampleRun.Paths);
        writer.Enqueue(SampleRun.Start);
        Directory.Exists(_folder.Path).ShouldBeFalse();
        await writer.FlushAsync(Stop);
        (await TextsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_journal_cut_off_at_any_byte_reads_up_to_the_last_whole_record()
    {
        var positions = await WriteAsync(SampleRun.Records, close: false);
        var bytes = await File.ReadAllBytesAsync(SegmentFile, Stop);
        var expected = SampleRun.Records.Select(SampleRun.Text).ToArray();
        int[] ends = [.. positions.Skip(1).Select(position => position.Offset), bytes.Length];
        for (var length = 0; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(SegmentFile, bytes[..length], Stop);
            (await TextsAsync()).ShouldBe(expected.Take(ends.Count(end => end <= length)), $"cut at {length}");
        }
    }

    [Fact]
    public async Task A_journal_cut_off_within_its_index_has_lost_nothing()
    {
        var positions = await WriteAsync(SampleRun.Records, close: true);
        var bytes = await File.ReadAllBytesAsync(SegmentFile, Stop);
        var end = positions[^1].Offset + Frame.HeaderSize + (bytes[positions[^1].Offset] | bytes[positions[^1].Offset + 1] << 8);
        (bytes.Length - end).ShouldBe(9 + (8 * 12) + 9 + 12 + 12);
        for (var length = end; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(SegmentFile, bytes[..length], Stop);
            (await TextsAsync()).ShouldBe(SampleRun.Records.Select(SampleRun.Text), $"cut at {length}");
            var reader = new JournalReader(_store, SampleRun.Paths);
            (reader.ReadIndexedEnd() is not null).ShouldBe(length == bytes.Length, $"cut at {length}");
            reader.ReadEnd().ShouldNotBeNull().EndTask.ShouldBe(new RecordPosition(0, 900));
            (await reader.FindTaskAsync(2, Stop)).Count.ShouldBe(3);
        }
    }

    [Fact]
    public async Task A_tail_of_zeros_is_cut_off()
    {
        await WriteAsync(SampleRun.Records, close: false);
        await File.AppendAllBytesAsync(SegmentFile, new byte[3_000_000], Stop);
        (await TextsAsync()).Count.ShouldBe(SampleRun.Records.Count);
    }

    [Fact]
    public async Task Any_flipped_bit_of_a_closed_journal_is_found()
    {
        await WriteAsync(SampleRun.Records, close: true);
        await ForEachFlippedBitAsync(async position =>
        {
            var exception = await Should.ThrowAsync<FlowException>(TextsAsync);
            exception.Id.ShouldBeOneOf("FLOW1206", "FLOW1204");
            exception.Message.ShouldContain("000000");
        });
    }

    [Fact]
    public async Task Any_flipped_bit_of_an_index_is_found_when_a_task_is_looked_up_or_does_not_matter_to_it()
    {
        var positions = await WriteAsync(SampleRun.Records, close: true);
        await ForEachFlippedBitAsync(async position =>
        {
            if (position < positions[^1].Offset)
            {
                return;
            }

            try
            {
                var reader = new JournalReader(_store, SampleRun.Paths);
                (await reader.FindTaskAsync(2, Stop)).Select(entry => entry.Position).ShouldBe([positions[2], positions[3], positions[4]]);
                (await reader.FindTaskAsync(77, Stop)).ShouldBeEmpty();
            }
            catch (FlowException exception)
            {
                exception.Id.ShouldBe("FLOW1206");
            }
        });
    }

    [Fact]
    public async Task A_flipped_bit_of_an_open_journal_is_found_or_cuts_off_the_last_record()
    {
        var positions = await WriteAsync(SampleRun.Records, close: false);
        string[] allButLast = [.. SampleRun.Records.SkipLast(1).Select(SampleRun.Text)];
        await ForEachFlippedBitAsync(async position =>
        {
            if (position < positions[^1].Offset + 5)
            {
                (await Should.ThrowAsync<FlowException>(TextsAsync)).Id.ShouldBe("FLOW1206");
            }
            else
            {
                (await TextsAsync()).ShouldBe(allButLast);
            }
        });
    }

    [Fact]
    public async Task Damage_is_named_with_segment_and_offset()
    {
        var positions = await WriteAsync(SampleRun.Records, close: true);
        var bytes = await File.ReadAllBytesAsync(SegmentFile, Stop);
        bytes[positions[3].Offset + 20] ^= 1;
        await File.WriteAllBytesAsync(SegmentFile, bytes, Stop);
        var exception = await Should.ThrowAsync<FlowException>(TextsAsync);
        exception.Message.ShouldContain($"'runs/TrainFlow/20261121-093200412-k7qp/journal/000000' in {_store.Location} is damaged at offset {positions[3].Offset}: the record's checksum is wrong.");
        Should.Throw<FlowException>(() => new JournalReader(_store, SampleRun.Paths).Read(positions[3])).Id.ShouldBe("FLOW1206");
    }

    [Fact]
    public async Task A_missing_segment_is_found()
    {
        await WriteManyAsync(200, new SegmentKind("FLOWJRN1", 1000, 20_000));
        File.Delete(Path.Combine(Path.GetDirectoryName(SegmentFile)!, "000001"));
        (await Should.ThrowAsync<FlowException>(TextsAsync)).Message.ShouldContain("the segment is missing");
    }

    [Theory]
    [InlineData(1000, 20_000)]
    [InlineData(1_000_000, 3)]
    public async Task A_segment_that_is_full_is_followed_by_the_next(int maxLength, int maxAppends)
    {
        var positions = await WriteManyAsync(200, new("FLOWJRN1", maxLength, maxAppends));
        positions[^1].Segment.ShouldBeGreaterThan(5);
        var reader = new JournalReader(_store, SampleRun.Paths);
        var entries = await reader.ReadAllAsync(Stop).ToListAsync(Stop);
        entries.Skip(1).Select(entry => ((TaskFinishedRecord)entry.Record).TaskId).ShouldBe(Enumerable.Range(1, 200).Select(id => (long)id));
        entries.Select(entry => entry.Position).ShouldBe(positions);
        foreach (var (record, position) in entries.Skip(1).Select(entry => ((TaskFinishedRecord)entry.Record, entry.Position)))
        {
            (await reader.FindTaskAsync(record.TaskId, Stop)).Select(found => found.Position).ShouldBe([position]);
        }
    }

    [Fact]
    public async Task One_task_is_found_in_an_open_and_in_a_closed_journal()
    {
        foreach (var close in (bool[])[false, true])
        {
            var paths = SampleRun.Paths with { RunId = $"20261121-093200412-{close}" };
            var writer = new JournalWriter(_store, paths);
            foreach (var record in SampleRun.Records)
            {
                writer.Enqueue(record);
            }

            await (close ? writer.CloseAsync(Stop) : writer.FlushAsync(Stop));
            var reader = new JournalReader(_store, paths);
            (await reader.FindTaskAsync(2, Stop)).Select(entry => entry.Record.GetType().Name).ShouldBe(["TaskStartedRecord", "AttemptFailedRecord", "TaskFinishedRecord"]);
            (await reader.FindTaskAsync(77, Stop)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_second_of_two_writers_fails_and_harms_nothing()
    {
        await WriteAsync(SampleRun.Records, close: false);
        var second = new JournalWriter(_store, SampleRun.Paths);
        second.Enqueue(SampleRun.Start);
        (await Should.ThrowAsync<FlowException>(async () => await second.FlushAsync(Stop))).Id.ShouldBe("FLOW1205");
        Should.Throw<FlowException>(() => second.Enqueue(SampleRun.Start)).Id.ShouldBe("FLOW1205");
        await Should.ThrowAsync<FlowException>(async () => await second.CloseAsync(Stop));
        (await TextsAsync()).Count.ShouldBe(SampleRun.Records.Count);
    }

    [Fact]
    public async Task Readers_see_a_beginning_of_a_journal_while_it_is_written()
    {
        await WriteAsync([SampleRun.Start], close: false);
        File.Delete(SegmentFile);
        var writing = Task.Run(() => WriteManyAsync(3000, new("FLOWJRN1", 20_000, 20_000)), Stop);
        var seen = 0;
        while (!writing.IsCompleted)
        {
            var reader = new JournalReader(_store, SampleRun.Paths);
            var ids = await reader.ReadAllAsync(Stop).Select(entry => entry.Record).OfType<TaskFinishedRecord>().Select(record => record.TaskId).ToListAsync(Stop);
            ids.ShouldBe(Enumerable.Range(1, ids.Count).Select(id => (long)id));
            ids.Count.ShouldBeGreaterThanOrEqualTo(seen);
            seen = ids.Count;
        }

        await writing;
        (await TextsAsync()).Count.ShouldBe(3001);
    }

    [Fact]
    public async Task An_empty_task_of_a_foreach_costs_less_than_60_bytes()
    {
        var positions = await WriteManyAsync(10_000, null);
        ((positions[^1].Offset - positions[1].Offset) / 9_999.0).ShouldBeLessThan(60);
    }

    [Fact]
    public async Task Ten_thousand_parents_of_a_join_are_a_range()
    {
        var join = SampleRun.Finished(10_002, new(2, 0, 0, 0), [.. Enumerable.Range(2, 10_000).Select(id => (long)id)], SampleRun.Linear(3), new(null, 0, []));
        var positions = await WriteAsync([SampleRun.Start, join, join], close: true);
        (positions[2].Offset - positions[1].Offset).ShouldBeLessThan(60);
        ((TaskFinishedRecord)new JournalReader(_store, SampleRun.Paths).Read(positions[1])).Parents.ShouldBe(join.Parents);
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_refused_and_leaves_nothing()
    {
        var writer = new JournalWriter(_store, SampleRun.Paths);
        writer.Enqueue(SampleRun.Start);
        var large = SampleRun.Start with { UserName = new string('x', 17 << 20) };
        Should.Throw<FlowException>(() => writer.Enqueue(large)).Message.ShouldContain("does not fit into a journal");
        writer.Enqueue(SampleRun.Records[2]);
        await writer.CloseAsync(Stop);
        (await TextsAsync()).ShouldBe([SampleRun.Text(SampleRun.Start), SampleRun.Text(SampleRun.Records[2])]);
    }

    [Fact]
    public async Task Reading_on_after_more_was_written_sees_it()
    {
        var writer = new JournalWriter(_store, SampleRun.Paths);
        writer.Enqueue(SampleRun.Start);
        await writer.FlushAsync(Stop);
        var reader = new JournalReader(_store, SampleRun.Paths);
        reader.ReadEnd().ShouldBeNull();
        var position = writer.Enqueue(SampleRun.Records[1]);
        await writer.FlushAsync(Stop);
        SampleRun.Text(reader.Read(position)).ShouldBe(SampleRun.Text(SampleRun.Records[1]));
    }

    private async Task<List<RecordPosition>> WriteAsync(IReadOnlyList<JournalRecord> records, bool close)
    {
        var writer = new JournalWriter(_store, SampleRun.Paths);
        List<RecordPosition> positions = [.. records.Select(writer.Enqueue)];
        await (close ? writer.CloseAsync(Stop) : writer.FlushAsync(Stop));
        return positions;
    }

    private async Task<List<RecordPosition>> WriteManyAsync(int tasks, SegmentKind? kind)
    {
        var writer = new JournalWriter(_store, SampleRun.Paths, kind);
        List<RecordPosition> positions = [writer.Enqueue(SampleRun.Start)];
        for (var id = 1; id <= tasks; id++)
        {
            positions.Add(writer.Enqueue(SampleRun.Finished(id, new(1, 0, 1, id), [1], SampleRun.Linear(2), new(new(0, 500), 1, []))));
            if (id % 7 == 0)
            {
                await writer.FlushAsync(Stop);
            }
        }

        await writer.CloseAsync(Stop);
        return positions;
    }

    private async Task<List<string>> TextsAsync() =>
        await new JournalReader(_store, SampleRun.Paths).ReadAllAsync(Stop).Select(entry => SampleRun.Text(entry.Record)).ToListAsync(Stop);

    private async Task ForEachFlippedBitAsync(Func<int, Task> check)
    {
        var bytes = await File.ReadAllBytesAsync(SegmentFile, Stop);
        for (var position = 0; position < bytes.Length; position++)
        {
            var bit = (byte)(1 << (position % 8));
            bytes[position] ^= bit;
            await File.WriteAllBytesAsync(SegmentFile, bytes, Stop);
            await check(position);
            bytes[position] ^= bit;
        }
    }
}
