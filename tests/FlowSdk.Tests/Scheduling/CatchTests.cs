using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class CatchTests
{
    private static readonly StepLimits Caught = new() { CatchArtifact = 7 };

    [Fact]
    public void A_task_that_is_caught_is_committed_and_the_flow_goes_on()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Caught).Begin().Succeed(1).Fail(2);

        play.Log.TakeLast(4).ShouldBe(["Exception A/2#0", "commit A/2", "due 1 End", "start End/3"]);
        play.Failures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.IsFinal.ShouldBeFalse(), f => f.IsCaught.ShouldBeTrue(), f => f.RetryDelay.ShouldBeNull());
        play.Caught.ShouldHaveSingleItem().Failure.Message.ShouldBe("broken");
        play.Starts.Select(s => s.CatchArtifact).ShouldBe([null, 7, null]);
        play.Succeed(3).Ended!.ShouldSatisfyAllConditions(
            e => e.Status.ShouldBe(RunStatus.Succeeded), e => e.Steps[1].ShouldBe(new StepCounts(1, 0, 0)));
    }

    [Fact]
    public void A_failure_is_caught_after_the_last_retry()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Caught with { RetryTimes = 1 }).Begin().Succeed(1).Fail(2);

        play.Caught.ShouldBeEmpty();
        play.Fail(2).Caught.ShouldHaveSingleItem();
        play.Failures.Select(f => (f.Attempt, f.IsCaught)).ShouldBe([(0, false), (1, true)]);
        play.Commits.Last().Attempt.ShouldBe(1);
    }

    [Fact]
    public void What_may_not_be_retried_is_caught_at_once() =>
        new Play(Graphs.Linear, steps: s => s["A"] = Caught with { RetryTimes = 9 }).Begin().Succeed(1).Fail(2, mayRetry: false)
            .Caught.ShouldHaveSingleItem();

    [Fact]
    public void Artifacts_set_before_a_failure_are_kept()
    {
        var kept = new ArtifactTable([null]);
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Caught).Begin().Succeed(1);

        play.Handle(new ScheduleEvent.Failed(2, 0, new StepFailure(FailureKind.Exception, "T", "m", ""), MayRetry: true, Detail: null, kept));

        play.Caught.ShouldHaveSingleItem().Artifacts.ShouldBeSameAs(kept);
    }

    [Fact]
    public void A_dead_process_leaves_what_its_task_started_with()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Caught).Begin().Succeed(1).Fail(2, kind: FailureKind.Signal);

        play.Caught.ShouldHaveSingleItem().Artifacts.ShouldBeSameAs(play.Starts[1].Parent!.Artifacts);
    }

    [Fact]
    public void A_static_branch_fans_out() =>
        new Play(Graphs.Branch, steps: s => s["Start"] = Caught).Begin().Fail(1).RunningSteps.ShouldBe("A B");

    [Fact]
    public void A_caught_end_ends_the_run_well() =>
        new Play(Graphs.Linear, steps: s => s["End"] = Caught).Begin().Succeed(1).Succeed(2).Fail(3).Ended!.Status.ShouldBe(RunStatus.Succeeded);

    [Fact]
    public void A_gang_is_caught_as_a_whole()
    {
        var play = new Play(Graphs.Gang, steps: s => s["A"] = Caught).Begin().Succeed(1, count: 3).Succeed(2).Fail(3).Fail(4, kind: FailureKind.Signal);

        play.Caught.Select(c => (c.TaskId, c.Failure.Kind)).ShouldBe([(2, FailureKind.Exception), (3, FailureKind.Exception), (4, FailureKind.Exception)]);
        play.Failures.Select(f => (f.TaskId, f.Failure.Kind, f.IsFinal)).ShouldBe([(3, FailureKind.Exception, false), (4, FailureKind.Canceled, false)]);
        play.RunningSteps.ShouldBe("Join");
    }

    [Fact]
    public void Members_of_a_gang_that_times_out_have_their_grace_and_each_keeps_what_it_had_set()
    {
        var play = new Play(Graphs.Gang, steps: s => s["A"] = Caught with { Timeout = TimeSpan.FromSeconds(1) }).Begin().Succeed(1, count: 2).TakeOn(2).Elapse(1);
        play.News();

        Fail(2).Log.ShouldNotContain("kill A/3");
        Fail(3);

        play.Caught.Select(c => c.Failure.Kind).ShouldBe([FailureKind.Timeout, FailureKind.Timeout]);
        play.Caught.ShouldAllBe(c => c.Artifacts != null);
        Play Fail(long task) => play.Handle(new ScheduleEvent.Failed(
            task, 0, new StepFailure(FailureKind.Canceled, "T", "m", ""), MayRetry: true, Detail: null, new ArtifactTable([null])));
    }

    [Fact]
    public void A_canceled_task_is_not_caught() =>
        new Play(Graphs.Linear, steps: s => s["A"] = Caught).Begin().Succeed(1).Handle(new ScheduleEvent.CancelRequested()).Fail(2)
            .Ended!.Status.ShouldBe(RunStatus.Canceled);

    [Fact]
    public void When_the_run_drains_the_last_attempt_is_caught_for_the_resume()
    {
        var play = new Play(Graphs.Branch, steps: s => s["B"] = Caught).Begin().Succeed(1).Fail(2).Fail(3);

        play.Commits.Select(c => c.TaskId).ShouldBe([1, 3]);
        play.Ended!.Status.ShouldBe(RunStatus.Failed);
    }

    [Fact]
    public void When_the_run_drains_what_could_be_tried_again_is_left_to_the_resume()
    {
        var play = new Play(Graphs.Branch, steps: s => s["B"] = Caught with { RetryTimes = 1 }).Begin().Succeed(1).Fail(2).Fail(3);

        play.Commits.Select(c => c.TaskId).ShouldBe([1]);
        play.Failures.Last().IsFinal.ShouldBeTrue();
    }

    [Fact]
    public void A_timeout_is_retried_whatever_exception_obeys_it() =>
        TimedOut(Caught with { RetryTimes = 1 }).Failures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Failure.Kind.ShouldBe(FailureKind.Timeout), f => f.Failure.Type.ShouldBe("System.TimeoutException"), f => f.IsCaught.ShouldBeFalse());

    [Fact]
    public void A_timeout_is_not_retried_if_its_own_exception_is_excepted() =>
        TimedOut(Caught with { RetryTimes = 1, RetriesTimeouts = false }).Failures.ShouldHaveSingleItem().IsCaught.ShouldBeTrue();

    private static Play TimedOut(StepLimits limits) =>
        new Play(Graphs.Linear, steps: s => s["A"] = limits with { Timeout = TimeSpan.FromSeconds(1) })
            .Begin().Succeed(1).TakeOn(2).Elapse(1).Fail(2, mayRetry: false, kind: FailureKind.Canceled);
}
