using FlowSdk.Metadata;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.Runtime;

public sealed class InlineRunTests
{
    [Fact]
    public async Task A_flow_runs_from_its_start_to_its_end()
    {
        using var inline = new InlineRun();

        var outcome = await inline.RunAsync(new HandWrittenFlow { Title = "squares", Count = 4 });

        outcome.Status.ShouldBe(RunStatus.Succeeded);
        inline.Observer.Lines.ShouldBe(["7.0 Stdout: info: squares: 14"]);
        inline.Observer.Events.Count(e => e.StartsWith("succeeded", StringComparison.Ordinal)).ShouldBe(7);
        inline.Observer.Events.Last().ShouldBe("finished Succeeded");
    }

    [Fact]
    public async Task Each_task_is_recorded_with_what_it_changed_and_where_it_went()
    {
        using var inline = new InlineRun();

        var outcome = await inline.RunAsync(new HandWrittenFlow { Title = "one", Count = 1 });

        var records = await inline.FinishedAsync(outcome, "HandWrittenFlow");
        records.Select(r => r.Key.Step).ShouldBe([0, 1, 2, 3]);
        records[0].Transition!.Count.ShouldBe(1);
        records[1].Artifacts.Changes.Single().Artifact.ShouldBe(0);
        records[2].Artifacts.Changes.Single().Artifact.ShouldBe(1);
        records[3].Artifacts.Changes.ShouldBeEmpty();
        records[3].Transition.ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_foreach_goes_straight_to_its_join()
    {
        using var inline = new InlineRun();

        await inline.RunAsync(new HandWrittenFlow { Title = "none", Count = 0 });

        inline.Observer.Lines.ShouldBe(["3.0 Stdout: info: none: 0"]);
    }

    [Fact]
    public async Task Many_items_are_told_apart()
    {
        using var inline = new InlineRun();

        await inline.RunAsync(new HandWrittenFlow { Title = "sum", Count = 20_000 });

        inline.Observer.Lines.ShouldBe(["20003.0 Stdout: info: sum: 2666466670000"]);
    }

    [Fact]
    public async Task A_step_that_throws_fails_its_task_and_the_run()
    {
        using var inline = new InlineRun();

        var outcome = await inline.RunAsync(new ThrowingByHand());

        outcome.Status.ShouldBe(RunStatus.Failed);
        var failure = outcome.Failures.ShouldHaveSingleItem();
        failure.PathSpec.ShouldBe($"ThrowingByHand/{outcome.RunId}/Start/1");
        failure.Failure.Kind.ShouldBe(FailureKind.Exception);
        failure.Failure.Type.ShouldBe("System.IO.InvalidDataException");
        failure.Failure.Message.ShouldBe("no data");
        failure.Failure.StackTrace.ShouldContain("the inner one");
    }

    [Fact]
    public async Task A_canceled_run_cancels_the_token_of_its_steps()
    {
        using var inline = new InlineRun();
        var run = inline.RunAsync(new WaitingByHand());
        await inline.Observer.FirstLine.Task;

        await inline.Cancel.CancelAsync();

        (await run).Status.ShouldBe(RunStatus.Canceled);
        inline.Observer.Events.ShouldContain("canceling");
    }

    [Fact]
    public async Task A_step_that_outlives_its_timeout_and_its_grace_has_failed_by_timeout()
    {
        using var inline = new InlineRun { TimeoutGrace = TimeSpan.FromMilliseconds(1) };

        var outcome = await inline.RunAsync(new TimedByHand());

        outcome.Status.ShouldBe(RunStatus.Failed);
        var failure = outcome.Failures.ShouldHaveSingleItem().Failure;
        failure.Kind.ShouldBe(FailureKind.Timeout);
        failure.Message.ShouldBe("The step ran for longer than its timeout of 0:00:00.01.");
    }

    [Fact]
    public async Task A_step_that_has_timed_out_is_retried()
    {
        using var inline = new InlineRun { TimeoutGrace = TimeSpan.FromMilliseconds(1) };

        var outcome = await inline.RunAsync(TimedByHand.Create(retries: 1, seconds: 1), new TimedByHand());

        outcome.Status.ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public async Task A_killed_run_does_not_wait_for_steps_that_do_not_listen()
    {
        using var inline = new InlineRun();
        var run = inline.RunAsync(new WaitingByHand { IsDeaf = true });
        await inline.Observer.FirstLine.Task;

        await inline.Kill.CancelAsync();

        (await run).Status.ShouldBe(RunStatus.Canceled);
    }

    [Fact]
    public async Task A_runner_whose_run_was_resumed_while_it_slept_stops_and_says_where_it_goes_on()
    {
        using var inline = new InlineRun();
        var run = inline.RunAsync(new WaitingByHand());
        await inline.Observer.FirstLine.Task;
        var paths = await new RunRegistry(inline.Store, TimeProvider.System, new Random(1)).RunsAsync("WaitingByHand", TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);
        await new JournalSealing(inline.Store, paths).SealAsync("20261121-100000000-abcd", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        var stopped = await Should.ThrowAsync<FlowException>(run);

        stopped.Id.ShouldBe("FLOW1205");
        stopped.Message.ShouldContain("resumed as 20261121-100000000-abcd");
        (await new JournalReader(inline.Store, paths).ReadAllAsync(TestContext.Current.CancellationToken).Select(e => e.Record.GetType().Name).ToListAsync(TestContext.Current.CancellationToken))[^1]
            .ShouldBe("RunSealedRecord");
    }
}
