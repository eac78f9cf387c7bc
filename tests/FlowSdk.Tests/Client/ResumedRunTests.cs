using FlowSdk.Metadata;
using FlowSdk.Tests.Runtime;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.Client;

/// <summary>What the client tells of a run that took over tasks of another one.</summary>
public sealed class ResumedRunTests : IDisposable
{
    private readonly InlineRun _inline = new();
    private readonly FlowClient _client;

    public ResumedRunTests() => _client = FlowClient.Open(_inline.Store.Location);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _inline.Dispose();

    [Fact]
    public async Task Run_steps_and_tasks_say_where_they_come_from()
    {
        var (first, run) = await ResumedAsync();

        (run.OriginRunId, run.OriginPathSpec).ShouldBe((first.Id, first.PathSpec));
        run.Step("Calculate").OriginPathSpec.ShouldBe($"{first.PathSpec}/Calculate");
        var tasks = await run.TasksAsync(cancellation: Stop).ToListAsync(Stop);
        tasks.Select(t => t.OriginPathSpec).ShouldBe(tasks.Select(t => $"{first.PathSpec}/{t.StepName}/{t.Id}"));
        (first.OriginRunId, first.OriginPathSpec, first.Step("End").OriginPathSpec).ShouldBe((null, null, null));
        (await first.TaskAsync("1", Stop)).OriginPathSpec.ShouldBeNull();
    }

    [Fact]
    public async Task A_task_that_was_taken_over_twice_names_the_run_that_executed_it()
    {
        var (first, second) = await ResumedAsync();
        await _inline.ResumeAsync(new HandWrittenFlow { Title = "squares", Count = 2 });

        var third = await _client.Flow<HandWrittenFlow>().LatestRunAsync(Stop);

        third.OriginRunId.ShouldBe(second.Id);
        (await third.TaskAsync("2", Stop)).OriginPathSpec.ShouldBe($"{first.PathSpec}/Calculate/2");
        (await third.LogsAsync(cancellation: Stop).Select(l => l.Text).ToListAsync(Stop)).ShouldBe(["info: squares: 1"]);
    }

    [Fact]
    public async Task Artifacts_state_attempts_and_relatives_are_as_they_were()
    {
        var (first, run) = await ResumedAsync();
        var (before, after) = (await first.TaskAsync("3", Stop), await run.TaskAsync("3", Stop));

        after.Status.ShouldBe(TaskRunStatus.Succeeded);
        after.Attempts.ShouldBe(before.Attempts);
        after.Artifacts.Select(a => (a.Name, a.Hash)).ShouldBe(before.Artifacts.Select(a => (a.Name, a.Hash)));
        (await after.StateAsync<HandWrittenFlow>(Stop)).Square.ShouldBe(1);
        (await after.ReadJsonAsync("Square", Stop)).GetInt32().ShouldBe(1);
        after.Parents.ShouldBe([$"{run.PathSpec}/Start/1"]);
        after.Children.ShouldBe([$"{run.PathSpec}/Total/4"]);
        (await run.StateAsync<HandWrittenFlow>(Stop)).Sum.ShouldBe(1);
        var statistics = await run.Step("Calculate").StatisticsAsync(Stop);
        (statistics.Succeeded, statistics.StartedAt).ShouldBe((2, null));
    }

    [Fact]
    public async Task What_a_task_wrote_is_read_where_it_was_executed()
    {
        var (first, run) = await ResumedAsync();

        (await run.LogsAsync(cancellation: Stop).ToListAsync(Stop)).ShouldBe(await first.LogsAsync(cancellation: Stop).ToListAsync(Stop));
        (await (await run.TaskAsync("5", Stop)).LogsAsync(OutputStream.Stdout, attempt: 0, cancellation: Stop).SingleAsync(Stop)).Text.ShouldBe("info: squares: 1");
        (await run.Step("End").LogsAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(1);
        (await run.Step("Total").LogsAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_task_wrote_went_with_the_run_that_executed_it()
    {
        var (first, run) = await ResumedAsync();
        await new RunRemoval(_inline.Store).RemoveAsync(new(first.FlowName, first.Id), Stop);

        (await run.LogsAsync(cancellation: Stop).CountAsync(Stop)).ShouldBe(0);
        (await run.StateAsync<HandWrittenFlow>(Stop)).Sum.ShouldBe(1);
    }

    private async Task<(Run First, Run Resumed)> ResumedAsync()
    {
        var flow = _client.Flow<HandWrittenFlow>();
        await _inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 2 });
        var first = await flow.LatestRunAsync(Stop);
        await _inline.ResumeAsync(new HandWrittenFlow { Title = "squares", Count = 2 });
        return (first, await flow.LatestRunAsync(Stop));
    }
}
