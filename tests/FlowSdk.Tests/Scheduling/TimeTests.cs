using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class TimeTests
{
    [Fact]
    public void The_timeout_counts_from_when_a_worker_takes_the_attempt_on()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { Timeout = TimeSpan.FromSeconds(30) }).Begin();
        play.Starts[0].IsTimed.ShouldBeFalse();
        play.Succeed(1).News().ShouldNotContain("timer 1");
        play.Starts[1].IsTimed.ShouldBeTrue();

        play.TakeOn(2).News().ShouldBe(["timer 1"]);
        play.TakeOn(2).News().ShouldBeEmpty();
    }

    [Fact]
    public void A_timed_out_attempt_is_canceled_and_killed_after_its_grace()
    {
        var play = WithTimeout(retries: 0);
        play.Delays.ShouldBe([TimeSpan.FromSeconds(30)]);
        play.News();

        play.Elapse(1).News().ShouldBe(["timer 2", "cancel 2#0"]);
        play.Delays[1].ShouldBe(TimeSpan.FromSeconds(5));
        play.Elapse(2).News().ShouldBe(["kill 2#0"]);
        play.Fail(2, kind: FailureKind.Signal).News().ShouldBe(["Timeout A/2#0 final", "end Failed"]);
        play.Failures[0].Failure.Message.ShouldBe("The step ran for longer than its timeout of 0:00:30.");
    }

    [Fact]
    public void A_timeout_is_retried_with_a_new_timer()
    {
        var play = WithTimeout(retries: 1).Elapse(1);
        play.News();

        play.Fail(2).News().ShouldBe(["Timeout A/2#0", "no timer 2", "start A/2#1"]);
        play.TakeOn(2).News().ShouldBe(["timer 3"]);
        play.Elapse(3).News().ShouldBe(["timer 4", "cancel 2#1"]);
    }

    [Fact]
    public void A_step_that_ends_well_within_its_grace_has_succeeded()
    {
        var play = WithTimeout(retries: 0).Elapse(1);
        play.News();

        play.Succeed(2).News().ShouldBe(["no timer 2", "commit A/2", "due 1 End", "start End/3"]);
    }

    [Fact]
    public void The_timer_of_an_attempt_that_is_over_is_not_kept()
    {
        var play = WithTimeout(retries: 0);
        play.News();

        play.Succeed(2).News().ShouldContain("no timer 1");
        play.Elapse(1).News().ShouldBeEmpty();
    }

    [Fact]
    public void Cancel_tells_what_runs_and_kills_it_after_the_grace()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 3).Begin().Succeed(1, count: 10);
        play.News();

        play.Handle(new ScheduleEvent.CancelRequested()).News().ShouldBe(["cancel 2#0", "cancel 3#0", "cancel 4#0", "timer 1"]);
        play.Delays.ShouldBe([TimeSpan.FromSeconds(10)]);
        play.Handle(new ScheduleEvent.CancelRequested()).News().ShouldBeEmpty();
        play.Succeed(2).Fail(3).News().ShouldBe(["commit A/2", "due 1 B", "Canceled A/3#0 final"]);
        play.Elapse(1).News().ShouldBe(["kill 4#0"]);
        play.Fail(4, kind: FailureKind.Signal).Log.ShouldContain("end Canceled");
        play.Ended!.Steps.Take(3).Select(s => (s.Succeeded, s.Failed, s.Canceled)).ShouldBe([(1, 0, 0), (1, 0, 9), (0, 0, 1)]);
    }

    [Fact]
    public void Kill_kills_what_runs()
    {
        var play = new Play(Graphs.Branch).Begin().Succeed(1);
        play.News();

        play.Handle(new ScheduleEvent.KillRequested()).News().ShouldBe(["kill 2#0", "kill 3#0"]);
        play.Fail(2).NotStarted(3).News().ShouldBe(["Canceled A/2#0 final", "end Canceled"]);
        play.Ended!.Steps.Skip(1).Take(2).Select(s => s.Canceled).ShouldBe([1, 1]);
    }

    [Fact]
    public void Cancel_gives_up_waiting_retries_and_ends_a_run_in_which_nothing_runs()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { RetryTimes = 1, RetryDelay = TimeSpan.FromDays(1), MaxRetryDelay = TimeSpan.MaxValue })
            .Begin().Succeed(1).Fail(2);
        play.News();

        play.Handle(new ScheduleEvent.CancelRequested()).News().ShouldBe(["no timer 1", "end Canceled"]);
        play.Ended!.Steps[1].Canceled.ShouldBe(1);
    }

    [Fact]
    public void A_run_whose_end_commits_after_a_cancel_has_succeeded() =>
        new Play(Graphs.Linear).Begin().Succeed(1).Succeed(2).Handle(new ScheduleEvent.CancelRequested()).Succeed(3)
            .Ended!.Status.ShouldBe(RunStatus.Succeeded);

    [Fact]
    public void A_run_canceled_before_it_begins_starts_nothing()
    {
        var play = new Play(Graphs.Linear).Handle(new ScheduleEvent.CancelRequested()).Begin();

        play.Log.ShouldBe(["due 1 Start", "end Canceled"]);
        play.Ended!.Steps[0].Canceled.ShouldBe(1);
    }

    private static Play WithTimeout(int retries) =>
        new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { Timeout = TimeSpan.FromSeconds(30), RetryTimes = retries }).Begin().Succeed(1).TakeOn(2);
}
