using System.Buffers;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;

namespace FlowSdk.Tests.Storage;

public sealed class LocalErrorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void What_the_system_refuses_has_an_id_and_says_what_to_do()
    {
        var full = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;
        LocalErrors.Translate(new IOException("no space", full), "here", "k").ShouldNotBeNull().Id.ShouldBe("FLOW1203");
        LocalErrors.Translate(new UnauthorizedAccessException("denied"), "here", "k").ShouldNotBeNull().Id.ShouldBe("FLOW1202");
        var other = LocalErrors.Translate(new IOException("odd", 5), "here", "k").ShouldNotBeNull();
        (other.Id, other.Message).ShouldBe(
            ("FLOW1201", "The store 'here' cannot be used: k failed (odd). Check the folder and its disk, or choose another with --store or FLOWSDK_STORE."));
        LocalErrors.Translate(new InvalidOperationException(), "here", "k").ShouldBeNull();
    }

    [Fact]
    public async Task A_full_disk_leaves_objects_and_journals_as_they_were()
    {
        using var folder = LimitedFolder.TryMount("size=512k");
        if (folder is null)
        {
            return;
        }

        await using var store = new LocalObjectStore(Path.Combine(folder.Path, "store"), TimeProvider.System);
        await store.AppendAsync("log", 0, new("before"u8.ToArray()), Stop);
        var large = new ReadOnlySequence<byte>(new byte[1 << 20]);
        (await Should.ThrowAsync<FlowException>(async () => await store.PutIfAbsentAsync("k", large, Stop))).Id.ShouldBe("FLOW1203");
        (await Should.ThrowAsync<FlowException>(async () => await store.AppendAsync("log", 6, large, Stop))).Id.ShouldBe("FLOW1203");
        (await store.FindAsync("k", Stop)).ShouldBeNull();
        (await store.FindAsync("log", Stop)).ShouldNotBeNull().Length.ShouldBe(6);
        Directory.EnumerateFiles(Path.Combine(folder.Path, "store", "~temp")).ShouldBeEmpty();
        (await store.PutIfAbsentAsync("small", new(new byte[1000]), Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_journal_writes_nothing_more_after_the_disk_was_full()
    {
        using var folder = LimitedFolder.TryMount("size=256k");
        if (folder is null)
        {
            return;
        }

        await using var store = new LocalObjectStore(Path.Combine(folder.Path, "store"), TimeProvider.System);
        var journal = new JournalWriter(store, SampleRun.Paths);
        journal.Enqueue(SampleRun.Start);
        await journal.FlushAsync(Stop);
        for (var i = 0; i < 20_000; i++)
        {
            journal.Enqueue(SampleRun.Records[3]);
        }

        (await Should.ThrowAsync<FlowException>(async () => await journal.FlushAsync(Stop))).Id.ShouldBe("FLOW1203");
        Should.Throw<FlowException>(() => journal.Enqueue(SampleRun.Records[2])).Id.ShouldBe("FLOW1203");
        (await new JournalReader(store, SampleRun.Paths).ReadAllAsync(Stop).CountAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_read_only_store_can_be_read_and_refuses_writes()
    {
        using var folder = LimitedFolder.TryMount("size=512k");
        if (folder is null)
        {
            return;
        }

        await using (var store = new LocalObjectStore(folder.Path, TimeProvider.System))
        {
            await store.PutIfAbsentAsync("k", new("1"u8.ToArray()), Stop);
        }

        folder.MakeReadOnly();
        await using var readOnly = new LocalObjectStore(folder.Path, TimeProvider.System);
        (await readOnly.FindAsync("k", Stop)).ShouldNotBeNull().Length.ShouldBe(1);
        foreach (var write in (Func<Task>[])
        [
            async () => await readOnly.PutIfAbsentAsync("new", default, Stop),
            async () => await readOnly.AppendAsync("k", 1, new(new byte[1]), Stop),
            async () => await readOnly.DeleteAsync("k", cancellation: Stop),
            async () => await readOnly.RefreshAsync("k", Stop),
            () => Task.FromResult(readOnly.TryTake("lock")),
        ])
        {
            var exception = await Should.ThrowAsync<FlowException>(write);
            (exception.Id, exception.Message.Contains("cannot be written", StringComparison.Ordinal)).ShouldBe(("FLOW1202", true), exception.Message);
        }
    }
}
