using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class GangTests
{
    [Fact]
    public void A_gang_starts_whole_and_commits_whole()
    {
        var play = new Play(Graphs.Gang).Begin().Succeed(1, count: 3);

        play.Running.ShouldBe("A/2 A/3 A/4");
        play.Starts.Skip(1).Select(s => s.Gang).ShouldBe([new GangStart(1, 0, 3), new GangStart(1, 1, 3), new GangStart(1, 2, 3)]);
        play.News();
        play.Succeed(4).Succeed(2).News().ShouldBeEmpty();
        play.Succeed(3).News().ShouldBe(["commit A/2", "commit A/3", "commit A/4", "due 1 Join", "start Join/5"]);
        play.Starts[^1].Join!.FirstSteps.ShouldBeEmpty();
    }

    [Fact]
    public void A_gang_waits_until_all_its_members_fit()
    {
        var graph = new GraphByHand("Start", "Other", "Gang", "Member", "GangJoin", "Join", "End")
            .Branch("Start", ["Other", "Gang"], "Join").Gang("Gang", "Member", "GangJoin").To("Member", "GangJoin")
            .To("GangJoin", "Join").To("Other", "Join").To("Join", "End").Build();
        var play = new Play(graph, maxWorkers: 3).Begin().Succeed(1).Succeed(3, count: 3);

        play.Running.ShouldBe("Other/2");
        play.Succeed(2).Running.ShouldBe("Member/4 Member/5 Member/6");
    }

    [Fact]
    public void A_gang_wider_than_the_run_runs_alone()
    {
        var graph = new GraphByHand("Start", "Other", "Gang", "More", "Member", "GangJoin", "Join", "End")
            .Branch("Start", ["Other", "Gang"], "Join").Gang("Gang", "Member", "GangJoin").To("Member", "GangJoin")
            .To("GangJoin", "Join").To("Other", "More").To("More", "Join").To("Join", "End").Build();
        var play = new Play(graph, maxWorkers: 2).Begin().Succeed(1).Succeed(3, count: 4);
        play.Running.ShouldBe("Other/2");

        // What comes after Other is small enough to start first; the gang was there before and has its turn.
        play.Succeed(2).Running.ShouldBe("Member/4 Member/5 Member/6 Member/7");
        play.Succeed(4).Succeed(5).Succeed(6).Running.ShouldBe("Member/7");
        play.Succeed(7).Running.ShouldBe("More/8 GangJoin/9");
    }

    [Fact]
    public void A_gang_wider_than_its_steps_concurrency_runs_whole() =>
        new Play(Graphs.Gang, steps: s => s["A"] = new StepLimits { MaxConcurrency = 1 }).Begin().Succeed(1, count: 2).Running.ShouldBe("A/2 A/3");

    [Fact]
    public void A_member_that_fails_stops_the_others_and_the_whole_gang_is_tried_again()
    {
        var play = Retried(retries: 1).Succeed(2);
        play.News();

        play.Fail(3).News().ShouldBe(["Exception A/3#0", "kill 4#0"]);
        play.Fail(4, kind: FailureKind.Signal).News().ShouldBe(
            ["Canceled A/4#0", "Canceled A/2#0", "start A/2#1", "start A/3#1", "start A/4#1"]);
        play.Starts[^1].Gang.ShouldBe(new GangStart(2, 2, 3));
        play.Succeed(2).Succeed(3).Succeed(4).Succeed(5).Succeed(6).Ended!.Status.ShouldBe(RunStatus.Succeeded);
        play.Commits.Select(c => (c.TaskId, c.Attempt)).ShouldBe([(1, 0), (2, 1), (3, 1), (4, 1), (5, 0), (6, 0)]);
    }

    [Fact]
    public void A_gang_fails_as_one_attempt_and_only_the_first_to_fail_counts_as_failed()
    {
        var play = Retried(retries: 0).Fail(3).Fail(2).Fail(4);

        play.Failures.Select(f => (f.TaskId, f.Failure.Kind, f.IsFinal)).ShouldBe(
            [(3, FailureKind.Exception, true), (2, FailureKind.Canceled, true), (4, FailureKind.Canceled, true)]);
        play.Ended!.Steps[1].ShouldBe(new StepCounts(0, 1, 2));
    }

    [Fact]
    public void A_member_whose_worker_dies_before_it_begins_costs_the_gang_no_attempt()
    {
        var play = Retried(retries: 0);
        play.News();

        play.NotStarted(3).News().ShouldBe(["kill 2#0", "kill 4#0"]);
        play.Fail(2).Succeed(4).News().ShouldBe(["start A/2", "start A/3", "start A/4"]);
        play.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void A_timeout_is_the_whole_gangs()
    {
        var play = new Play(Graphs.Gang, steps: s => s["A"] = new StepLimits { Timeout = TimeSpan.FromSeconds(1) })
            .Begin().Succeed(1, count: 3).TakeOn(2).TakeOn(3).Succeed(2);
        play.News();

        play.Elapse(1).News().ShouldBe(["timer 2", "cancel 3#0", "cancel 4#0"]);
        play.Fail(3).Fail(4).Failures.Select(f => f.Failure.Kind).ShouldBe([FailureKind.Timeout, FailureKind.Canceled, FailureKind.Canceled]);
    }

    [Fact]
    public void A_gang_that_can_never_have_its_gpus_fails_the_task_that_asks_for_it()
    {
        var play = new Play(Graphs.Gang, steps: s => s["A"] = new StepLimits { Gpu = 1 }, options: o => o with { Gpus = 2 }).Begin().Succeed(1, count: 3);

        play.Failures[0].TaskId.ShouldBe(1);
        play.Failures[0].Failure.Message.ShouldBe(
            "FLOW1402: A gang of 3 tasks of step A needs more GPUs at the same time than this machine has. Ask for a smaller gang, or run with --without-gpu.");
    }

    [Fact]
    public void A_gang_of_none_is_refused() =>
        new Play(Graphs.Gang).Begin().Succeed(1, count: 0).Ended!.Status.ShouldBe(RunStatus.Failed);

    private static Play Retried(int retries) =>
        new Play(Graphs.Gang, steps: s => s["A"] = new StepLimits { Cpu = 0, RetryTimes = retries }).Begin().Succeed(1, count: 3);
}
