using System.Buffers;
using System.Text;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Storage;

/// <summary>What every store must do. Derive a class for each implementation.</summary>
public abstract class ObjectStoreConformance
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_object_that_was_put_reads_back()
    {
        await using var store = Open();
        (await store.PutIfAbsentAsync("a/b", Bytes("hello"), Stop)).ShouldNotBeNull().Length.ShouldBe(5);
        (await TextAsync(store, "a/b")).ShouldBe("hello");
    }

    [Fact]
    public async Task What_is_written_is_seen_through_another_object_of_the_same_store()
    {
        await using var one = Open();
        await using var other = Open();
        await one.PutIfAbsentAsync("k", Bytes("1"), Stop);
        (await TextAsync(other, "k")).ShouldBe("1");
    }

    [Fact]
    public async Task A_missing_object_is_null_everywhere()
    {
        await using var store = Open();
        (await store.FindAsync("a/b", Stop)).ShouldBeNull();
        (await store.ReadAsync("a/b", 0, new byte[1], Stop)).ShouldBeNull();
        (await store.ReplaceAsync("a/b", "x", Bytes("y"), Stop)).ShouldBeNull();
        (await store.DeleteAsync("a/b", cancellation: Stop)).ShouldBeFalse();
        (await store.RefreshAsync("a/b", Stop)).ShouldBeFalse();
        (await store.ListAsync("", cancellation: Stop)).Objects.ShouldAllBe(found => found.Key != "a/b");
    }

    [Fact]
    public async Task Putting_twice_keeps_the_first()
    {
        await using var store = Open();
        await store.PutIfAbsentAsync("k", Bytes("first"), Stop);
        (await store.PutIfAbsentAsync("k", Bytes("second"), Stop)).ShouldBeNull();
        (await TextAsync(store, "k")).ShouldBe("first");
    }

    [Fact]
    public async Task Of_many_that_put_at_once_one_wins()
    {
        await using var one = Open();
        await using var other = Open();
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            async () => await (i % 2 == 0 ? one : other).PutIfAbsentAsync("k", Bytes($"{i:d2}"), Stop) is not null ? i : -1, Stop)));
        var winner = results.Single(i => i >= 0);
        (await TextAsync(one, "k")).ShouldBe($"{winner:d2}");
    }

    [Fact]
    public async Task Content_of_several_pieces_and_of_none_reads_back()
    {
        await using var store = Open();
        await store.PutIfAbsentAsync("pieces", ByteSegment.Join(["ab"u8.ToArray(), Array.Empty<byte>(), "c"u8.ToArray()]), Stop);
        await store.PutIfAbsentAsync("empty", default, Stop);
        (await TextAsync(store, "pieces")).ShouldBe("abc");
        (await store.FindAsync("empty", Stop)).ShouldNotBeNull().Length.ShouldBe(0);
        (await store.ReadAsync("empty", 0, new byte[4], Stop)).ShouldNotBeNull().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 3, "012")]
    [InlineData(7, 3, "789")]
    [InlineData(8, 5, "89")]
    [InlineData(10, 5, "")]
    [InlineData(99, 5, "")]
    public async Task A_range_reads_as_far_as_the_object_goes(long offset, int count, string expected)
    {
        await using var store = Open();
        await store.PutIfAbsentAsync("k", Bytes("0123456789"), Stop);
        var buffer = new byte[count];
        var read = (await store.ReadAsync("k", offset, buffer, Stop)).ShouldNotBeNull();
        Encoding.UTF8.GetString(buffer, 0, read.Count).ShouldBe(expected);
        read.Object.Length.ShouldBe(10);
    }

    [Fact]
    public async Task Replacing_needs_the_version_that_is_there()
    {
        await using var store = Open();
        var first = (await store.PutIfAbsentAsync("k", Bytes("1"), Stop)).ShouldNotBeNull();
        var second = (await store.ReplaceAsync("k", first.Version, Bytes("2"), Stop)).ShouldNotBeNull();
        second.Version.ShouldNotBe(first.Version);
        (await store.ReplaceAsync("k", first.Version, Bytes("3"), Stop)).ShouldBeNull();
        (await TextAsync(store, "k")).ShouldBe("2");
        (await store.FindAsync("k", Stop)).ShouldBe(second);
    }

    [Fact]
    public async Task Versions_differ_however_quickly_they_follow()
    {
        await using var store = Open();
        var info = (await store.PutIfAbsentAsync("k", Bytes("0"), Stop)).ShouldNotBeNull();
        var versions = new HashSet<string> { info.Version };
        for (var i = 1; i < 100; i++)
        {
            info = (await store.ReplaceAsync("k", info.Version, Bytes($"{i % 10}"), Stop)).ShouldNotBeNull();
            versions.Add(info.Version).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Counting_up_from_many_threads_loses_nothing()
    {
        await using var one = Open();
        await using var other = Open();
        await one.PutIfAbsentAsync("n", Bytes("0"), Stop);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => CountUpAsync(i % 2 == 0 ? one : other, 25), Stop)));
        (await TextAsync(one, "n")).ShouldBe("200");
    }

    [Fact]
    public async Task What_was_refreshed_is_not_deleted_at_the_version_before()
    {
        await using var one = Open();
        await using var other = Open();
        for (var i = 0; i < 2_000; i++)
        {
            var before = (await one.PutIfAbsentAsync($"k{i}", Bytes("1"), Stop)).ShouldNotBeNull();
            var results = await Task.WhenAll(
                Task.Run(async () => await one.RefreshAsync($"k{i}", Stop), Stop),
                Task.Run(async () => await other.DeleteAsync($"k{i}", before.Version, Stop), Stop));
            results.Count(won => won).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Appends_follow_each_other()
    {
        await using var store = Open();
        (await store.AppendAsync("log", 0, Bytes("ab"), Stop)).ShouldBeTrue();
        (await store.AppendAsync("log", 2, Bytes("cd"), Stop)).ShouldBeTrue();
        (await TextAsync(store, "log")).ShouldBe("abcd");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_append_at_another_length_writes_nothing(long expectedLength)
    {
        await using var store = Open();
        await store.AppendAsync("log", 0, Bytes("ab"), Stop);
        (await store.AppendAsync("log", expectedLength, Bytes("x"), Stop)).ShouldBeFalse();
        (await store.AppendAsync("other", 1, Bytes("x"), Stop)).ShouldBeFalse();
        (await TextAsync(store, "log")).ShouldBe("ab");
        (await store.FindAsync("other", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_that_append_at_the_same_length_one_wins()
    {
        await using var one = Open();
        await using var other = Open();
        for (var length = 0; length < 100; length++)
        {
            var results = await Task.WhenAll(
                Task.Run(async () => await one.AppendAsync("log", length, Bytes("1"), Stop), Stop),
                Task.Run(async () => await other.AppendAsync("log", length, Bytes("2"), Stop), Stop));
            results.Count(won => won).ShouldBe(1);
        }

        (await TextAsync(one, "log")).Length.ShouldBe(100);
    }

    [Fact]
    public async Task A_listing_is_in_the_order_of_keys_across_folders()
    {
        await using var store = Open();
        string[] keys = ["p/a", "p/a-b", "p/a.b/c", "p/aB/c", "p/ab", "p/ab!/x", "p/b/1", "p/b/10", "p/b/2", "p/日本"];
        foreach (var key in keys.Reverse().Concat(["o/z", "q"]))
        {
            await store.PutIfAbsentAsync(key, Bytes(key), Stop);
        }

        var page = await store.ListAsync("p/", cancellation: Stop);
        page.HasMore.ShouldBeFalse();
        page.Objects.Select(found => found.Key).ShouldBe(keys.Order(StringComparer.Ordinal));
        page.Objects[0].Length.ShouldBe(3);
    }

    [Fact]
    public async Task Pages_join_up()
    {
        await using var store = Open();
        string[] keys = [.. Enumerable.Range(0, 23).Select(i => $"p/{i / 10}/{i:d3}")];
        foreach (var key in keys)
        {
            await store.PutIfAbsentAsync(key, default, Stop);
        }

        var listed = new List<string>();
        ObjectPage page;
        do
        {
            page = await store.ListAsync("p/", listed.LastOrDefault(), 5, Stop);
            page.Objects.Count.ShouldBeLessThanOrEqualTo(5);
            listed.AddRange(page.Objects.Select(found => found.Key));
        }
        while (page.HasMore);
        listed.ShouldBe(keys);
    }

    [Fact]
    public async Task A_prefix_may_end_within_a_name()
    {
        await using var store = Open();
        foreach (var key in (string[])["runs/A/1", "runs/Ab/1", "runs/B/1", "runs/a/1"])
        {
            await store.PutIfAbsentAsync(key, default, Stop);
        }

        (await store.ListAsync("runs/A", cancellation: Stop)).Objects.Select(found => found.Key).ShouldBe(["runs/A/1", "runs/Ab/1"]);
        (await store.ListAsync("runs/A/", cancellation: Stop)).Objects.Select(found => found.Key).ShouldBe(["runs/A/1"]);
        (await store.ListAsync("runs/A", "runs/A/\uffff", 1, Stop)).Objects.Select(found => found.Key).ShouldBe(["runs/Ab/1"]);
    }

    [Fact]
    public async Task Deleting_may_ask_for_a_version()
    {
        await using var store = Open();
        var info = (await store.PutIfAbsentAsync("k", Bytes("1"), Stop)).ShouldNotBeNull();
        (await store.DeleteAsync("k", "another", Stop)).ShouldBeFalse();
        (await store.RefreshAsync("k", Stop)).ShouldBeTrue();
        (await store.DeleteAsync("k", info.Version, Stop)).ShouldBeFalse();
        (await store.DeleteAsync("k", (await store.FindAsync("k", Stop)).ShouldNotBeNull().Version, Stop)).ShouldBeTrue();
        (await store.FindAsync("k", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Refreshing_moves_the_time_stamp_and_nothing_else()
    {
        await using var store = Open();
        var before = (await store.PutIfAbsentAsync("k", Bytes("1"), Stop)).ShouldNotBeNull();
        await store.RefreshAsync("k", Stop);
        var after = (await store.FindAsync("k", Stop)).ShouldNotBeNull();
        after.ModifiedAt.ShouldBeGreaterThan(before.ModifiedAt);
        after.ModifiedAt.ShouldBeLessThanOrEqualTo(await store.GetTimeAsync(Stop) + TimeSpan.FromMilliseconds(1));
        (await TextAsync(store, "k")).ShouldBe("1");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Case/case/CASE")]
    [InlineData("con/NUL.txt/com1/lpt9.a.b/aux")]
    [InlineData("dots./..a/.../.hidden")]
    [InlineData("spaces in it / and at the end ")]
    [InlineData("""signs<>:"\|?*%^~!#$&'(){}[];""")]
    [InlineData("日本語/Ünïcödé/e\u0301/é/😀/ß/İ/ﬁ")]
    [InlineData("tab\tnewline\n\u0001")]
    public async Task Any_key_is_kept_as_it_is(string key)
    {
        await using var store = Open();
        await store.PutIfAbsentAsync(key, Bytes(key), Stop);
        (await TextAsync(store, key)).ShouldBe(key);
        (await store.ListAsync(key[..1], cancellation: Stop)).Objects.Select(found => found.Key).ShouldContain(key);
    }

    [Fact]
    public async Task Keys_that_differ_in_case_or_normal_form_only_are_different()
    {
        await using var store = Open();
        foreach (var key in (string[])["key", "Key", "kEy", "é", "e\u0301", "が", "か\u3099"])
        {
            (await store.PutIfAbsentAsync(key, Bytes(key), Stop)).ShouldNotBeNull();
        }

        (await TextAsync(store, "Key")).ShouldBe("Key");
        (await TextAsync(store, "が")).ShouldBe("が");
    }

    [Theory]
    [InlineData('a')]
    [InlineData('Q')]
    [InlineData('日')]
    [InlineData('é')]
    public async Task Long_keys_are_kept(char letter)
    {
        await using var store = Open();
        var key = "x/" + new string(letter, 197) + "/" + new string(letter, 200);
        await store.PutIfAbsentAsync(key, Bytes("long"), Stop);
        await store.PutIfAbsentAsync(key[..^1], Bytes("shorter"), Stop);
        (await TextAsync(store, key)).ShouldBe("long");
        (await store.ListAsync("x/", cancellation: Stop)).Objects.Select(found => found.Key).ShouldBe([key[..^1], key]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    public async Task What_is_no_key_is_refused(string key)
    {
        await using var store = Open();
        await Should.ThrowAsync<ArgumentException>(async () => await store.PutIfAbsentAsync(key, default, Stop));
    }

    [Fact]
    public async Task Syncing_is_allowed_at_any_time()
    {
        await using var store = Open();
        await store.SyncAsync(Stop);
        await store.AppendAsync("log", 0, Bytes("1"), Stop);
        await store.SyncAsync(Stop);
        (await TextAsync(store, "log")).ShouldBe("1");
    }

    /// <summary>Opens the test's store, which is empty at first; every call opens the same one.</summary>
    protected abstract IObjectStore Open();

    private protected static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private protected static async Task<string> TextAsync(IObjectStore store, string key)
    {
        var buffer = new byte[100_000];
        var read = (await store.ReadAsync(key, 0, buffer, Stop)).ShouldNotBeNull();
        return Encoding.UTF8.GetString(buffer, 0, read.Count);
    }

    private static async Task CountUpAsync(IObjectStore store, int times)
    {
        while (times > 0)
        {
            var buffer = new byte[16];
            var read = (await store.ReadAsync("n", 0, buffer, Stop)).ShouldNotBeNull();
            var number = int.Parse(Encoding.UTF8.GetString(buffer, 0, read.Count), null);
            times -= await store.ReplaceAsync("n", read.Object.Version, Bytes($"{number + 1}"), Stop) is null ? 0 : 1;
        }
    }
}
