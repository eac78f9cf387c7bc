using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Metadata;

public sealed class ArtifactTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_without_a_base_is_described_whole()
    {
        var table = ArtifactTable.Empty(2).With([new(1, SampleRun.Inline("int", 1))]);
        var changes = table.Describe(ArtifactTable.Empty(2));
        changes.Base.ShouldBeNull();
        changes.Changes.Select(change => change.Artifact).ShouldBe([1]);
    }

    [Fact]
    public void Tasks_that_change_nothing_refer_to_where_the_table_first_stood()
    {
        var table = ArtifactTable.Empty(1).With([new(0, SampleRun.Inline("int", 1))]);
        table.SetRecorded(new(0, 100), 0);
        table.SetRecorded(new(0, 200), 1);
        var changes = table.Describe(table);
        (changes.Base, changes.Depth, changes.Changes.Count).ShouldBe((new RecordPosition(0, 100), 1, 0));
    }

    [Fact]
    public async Task A_long_line_of_changes_reads_back_and_no_chain_is_longer_than_eight()
    {
        await using var store = new LocalObjectStore(_folder.Path, TimeProvider.System);
        var writer = new JournalWriter(store, SampleRun.Paths);
        writer.Enqueue(SampleRun.Start);
        var table = ArtifactTable.Empty(2);
        var positions = new List<RecordPosition>();
        for (byte i = 0; i < 50; i++)
        {
            var next = table.With([new(i % 2, SampleRun.Inline("int", i))]);
            var changes = next.Describe(i == 0 ? null : table);
            changes.Depth.ShouldBeLessThanOrEqualTo(ArtifactChanges.MaxDepth);
            positions.Add(writer.Enqueue(SampleRun.Finished(i + 1, new(1, i, 0, 0), [i], SampleRun.Linear(1), changes)));
            next.SetRecorded(positions[^1], changes.Depth);
            table = next;
        }

        await writer.FlushAsync(Stop);
        var reader = new JournalReader(store, SampleRun.Paths);
        for (var i = 1; i < 50; i++)
        {
            var read = reader.TableOf(reader.ReadFinished(positions[i]));
            read[i % 2].ShouldNotBeNull().Inline.ToArray().ShouldBe([(byte)i]);
            read[(i + 1) % 2].ShouldNotBeNull().Inline.ToArray().ShouldBe([(byte)(i - 1)]);
        }
    }
}
