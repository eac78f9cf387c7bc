using FlowSdk.Metadata;

namespace FlowSdk.Tests.Client;

public sealed class TagTests : IDisposable
{
    private readonly WrittenRuns _runs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Tags_are_added_removed_and_replaced()
    {
        var run = await RunAsync("b", "a", "b");

        run.Tags.ShouldBe(["a", "b"]);
        (await run.AddTagsAsync("c", "a")).ShouldBe(["a", "b", "c"]);
        (await run.RemoveTagsAsync("a", "never there")).ShouldBe(["b", "c"]);
        (await run.ReplaceTagsAsync(["b"], ["d", "e"], Stop)).ShouldBe(["c", "d", "e"]);
        run.Tags.ShouldBe(["c", "d", "e"]);
        (await run.ReplaceTagsAsync(["f"], Stop)).ShouldBe(["f"]);
        (await _runs.Client.RunAsync(run.Id, Stop)).Tags.ShouldBe(["f"]);
        (await run.RemoveTagsAsync("f")).ShouldBeEmpty();
        (await _runs.Client.RunAsync(run.Id, Stop)).Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tag_is_any_text()
    {
        string[] tags = ["日本", "two\nlines", " ", "\"quoted\"", "👩‍🚀", "caf\u00e9", "cafe\u0301", "a,b", "\0", new string('x', 500), string.Concat(Enumerable.Repeat("😀", 500))];
        var run = await RunAsync();

        await run.AddTagsAsync(tags, Stop);

        (await _runs.Client.RunAsync(run.Id, Stop)).Tags.ShouldBe(tags, ignoreOrder: true);
        (await _runs.Client.Flow("A").RunsAsync(tags: ["two\nlines", "👩‍🚀"], cancellation: Stop).CountAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public Task An_empty_tag_is_refused() => ShouldChangeNothingAsync(run => run.AddTagsAsync("good", ""), "FLOW1604", "this one is empty");

    [Fact]
    public Task Half_a_surrogate_pair_is_refused() => ShouldChangeNothingAsync(run => run.AddTagsAsync("good", "x\ud83d"), "FLOW1604", "half a surrogate pair");

    [Fact]
    public Task A_tag_of_501_characters_is_refused() => ShouldChangeNothingAsync(run => run.AddTagsAsync(new string('x', 501)), "FLOW1604", "xxx…' has 501.");

    [Fact]
    public Task More_than_50_tags_are_refused() =>
        ShouldChangeNothingAsync(run => run.AddTagsAsync(Enumerable.Range(0, 50).Select(i => $"t{i}"), Stop), "FLOW1605", "would have 51");

    [Fact]
    public Task A_system_tag_is_not_removed() => ShouldChangeNothingAsync(run => run.RemoveTagsAsync("a", "user:ann"), "FLOW1606", "'user:ann'");

    [Fact]
    public Task A_system_tag_is_not_replaced() => ShouldChangeNothingAsync(run => run.ReplaceTagsAsync(["host:host"], ["x"], Stop), "FLOW1606", "'host:host'");

    [Fact]
    public async Task System_tags_say_what_the_run_is()
    {
        var run = await RunAsync("a");

        run.SystemTags.ShouldBe(["host:host", "sdk:0.1.0", "user:ann"]);
        (await run.AddTagsAsync("user:ann")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Changes_of_many_at_the_same_time_are_all_there()
    {
        var run = await RunAsync("old");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            await using var client = FlowClient.Open(_runs.Store.Location);
            var mine = await client.RunAsync(run.Id, Stop);
            await mine.AddTagsAsync($"t{i:00}", $"gone{i}");
            await mine.ReplaceTagsAsync([$"gone{i}"], [$"u{i:00}"], Stop);
        })));

        (await _runs.Client.RunAsync(run.Id, Stop)).Tags
            .ShouldBe(["old", .. Enumerable.Range(0, 16).Select(i => $"t{i:00}"), .. Enumerable.Range(0, 16).Select(i => $"u{i:00}")]);
    }

    [Fact]
    public async Task Damaged_tags_say_so()
    {
        var run = await RunAsync("a");
        await run.AddTagsAsync("b");
        await File.WriteAllTextAsync(_runs.FileOf("A", run.Id, "tags"), "[1]", Stop);

        var error = await Should.ThrowAsync<FlowException>(() => run.RefreshAsync(Stop));

        (error.Id, error.Message.Contains("tags' in", StringComparison.Ordinal)).ShouldBe(("FLOW1208", true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[\"from-step\",\"ke")]
    public async Task Tags_that_were_cut_short_are_not_changed_but_replaced(string rest)
    {
        var id = (await RunAsync("a")).Id;
        await File.WriteAllTextAsync(_runs.FileOf("A", id, "tags"), rest, Stop);

        var run = await _runs.Client.RunAsync(id, Stop);
        run.Tags.ShouldBe(["a"]);
        foreach (var change in (Func<Task>[])[() => run.AddTagsAsync("b"), () => run.RemoveTagsAsync("a"), () => run.ReplaceTagsAsync(["a"], ["b"], Stop)])
        {
            var error = await Should.ThrowAsync<FlowException>(change);
            (error.Id, error.Message.Contains("'tag replace'", StringComparison.Ordinal)).ShouldBe(("FLOW1208", true));
        }

        (await File.ReadAllTextAsync(_runs.FileOf("A", id, "tags"), Stop)).ShouldBe(rest);
        await run.ReplaceTagsAsync(["keep"], Stop);
        await run.AddTagsAsync("b");
        (await _runs.Client.RunAsync(id, Stop)).Tags.ShouldBe(["b", "keep"]);
    }

    [Fact]
    public async Task A_run_that_was_deleted_meanwhile_takes_no_tags_and_says_so_when_it_is_looked_at_again()
    {
        var run = await RunAsync("a");
        await new RunRemoval(_runs.Store).RemoveAsync(new("A", run.Id), Stop);

        foreach (var act in (Func<Task>[])[() => run.AddTagsAsync("b"), () => run.AddTagsAsync("a"), () => run.ReplaceTagsAsync(["b"], Stop), () => run.RefreshAsync(Stop)])
        {
            var error = await Should.ThrowAsync<FlowException>(act);
            (error.Id, error.Message.Contains($"The run A/{run.Id} is no longer in the store", StringComparison.Ordinal)).ShouldBe(("FLOW1209", true));
        }

        Directory.Exists(_runs.FileOf("A", run.Id, "")).ShouldBeFalse();
        (run.Status, run.Tags[0]).ShouldBe((RunStatus.Succeeded, "a"), "as it stood when it was looked up");
    }

    private async Task<Run> RunAsync(params string[] tags) => await _runs.Client.RunAsync(await _runs.WriteAsync(tags: tags), Stop);

    private async Task ShouldChangeNothingAsync(Func<Run, Task> change, string id, string message)
    {
        var run = await RunAsync("a");

        var exception = await Should.ThrowAsync<FlowException>(() => change(run));

        (exception.Id, exception.Message.Contains(message, StringComparison.Ordinal)).ShouldBe((id, true), exception.Message);
        run.Tags.ShouldBe(["a"]);
        (await _runs.Client.RunAsync(run.Id, Stop)).Tags.ShouldBe(["a"]);
    }
}
