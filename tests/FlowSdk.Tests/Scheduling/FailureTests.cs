using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class FailureTests
{
    [Fact]
    public void A_failure_without_retries_is_final_and_fails_the_run()
    {
        var play = new Play(Graphs.Linear).Begin().Succeed(1).Fail(2);

        play.Log.TakeLast(2).ShouldBe(["Exception A/2#0 final", "end Failed"]);
        play.Failures[0].RetryDelay.ShouldBeNull();
        play.Failures[0].Detail.ShouldBe("detail of 2");
        play.Ended!.EndTask.ShouldBeNull();
        play.Ended.Steps.ShouldBe([new StepCounts(1, 0, 0), new StepCounts(0, 1, 0), new StepCounts(0, 0, 0)]);
    }

    [Fact]
    public void A_waiting_retry_holds_no_worker()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 1, steps: s => s["A"] = Retries(1)).Begin().Succeed(1, count: 2).Fail(2);

        play.Running.ShouldBe("A/3");
        play.News();
        play.Elapse(1).Succeed(3).News().ShouldBe(["commit A/3", "due 1 B", "start A/2#1"]);
        play.Failures[0].IsFinal.ShouldBeFalse();
        play.Failures[0].RetryDelay!.Value.ShouldBe(play.Delays[0]);
    }

    [Fact]
    public void A_task_is_tried_as_often_as_its_step_says()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Retries(2)).Begin().Succeed(1).Fail(2).Elapse(1).Fail(2).Elapse(2).Fail(2);

        play.Failures.Select(f => (f.Attempt, f.IsFinal)).ShouldBe([(0, false), (1, false), (2, true)]);
        play.Ended!.Steps[1].ShouldBe(new StepCounts(0, 1, 0));
    }

    [Fact]
    public void A_retry_without_delay_starts_at_once()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { RetryTimes = 1 }).Begin().Succeed(1).Fail(2);

        play.Log.TakeLast(2).ShouldBe(["Exception A/2#0", "start A/2#1"]);
    }

    [Fact]
    public void What_must_not_be_tried_again_is_not() =>
        new Play(Graphs.Linear, steps: s => s["A"] = Retries(9)).Begin().Succeed(1).Fail(2, mayRetry: false)
            .Log.TakeLast(2).ShouldBe(["Exception A/2#0 final", "end Failed"]);

    [Fact]
    public void A_start_that_fails_costs_no_attempt()
    {
        var play = new Play(Graphs.Linear).Begin().Succeed(1).NotStarted(2).NotStarted(2);

        play.Starts.Skip(1).Select(s => (s.TaskId, s.Attempt)).ShouldBe([(2, 0), (2, 0), (2, 0)]);
        play.Failures.ShouldBeEmpty();
        play.Succeed(2).Succeed(3).Ended!.Status.ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public void Three_starts_that_fail_in_a_row_cost_one()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { RetryTimes = 1 }).Begin().Succeed(1)
            .NotStarted(2).NotStarted(2).NotStarted(2).NotStarted(2).NotStarted(2).NotStarted(2);

        play.Failures.Select(f => (f.Attempt, f.IsFinal)).ShouldBe([(0, false), (1, true)]);
        play.Failures[0].Failure.ShouldBe(new StepFailure(
            FailureKind.Exit, "", "FLOW1405: 3 workers in a row ended before the step began. The last one: exit code 9", ""));
        play.Ended!.Status.ShouldBe(RunStatus.Failed);
    }

    [Fact]
    public void Drain_lets_running_tasks_finish_and_starts_nothing()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 3, steps: s => s["A"] = Retries(5)).Begin().Succeed(1, count: 9)
            .Fail(2).Fail(3, mayRetry: false);
        play.Running.ShouldBe("A/4 A/5");
        play.Log.ShouldContain("no timer 1");

        play.Fail(4).Succeed(5);

        play.Running.ShouldBe("");
        play.Failures.Select(f => (f.TaskId, f.IsFinal)).ShouldBe([(2, false), (3, true), (4, true)]);
        play.Ended!.Steps.ShouldBe(
            [new StepCounts(1, 0, 0), new StepCounts(1, 2, 6), new StepCounts(0, 0, 1), new StepCounts(0, 0, 0), new StepCounts(0, 0, 0)]);
    }

    [Fact]
    public void Continue_runs_all_that_does_not_depend_on_the_failed_task()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 1, steps: s => s["A"] = Retries(1), options: o => o with { OnFailure = OnFailure.Continue })
            .Begin().Succeed(1, count: 2).Fail(2, mayRetry: false).Fail(3).Elapse(1).Succeed(3).Succeed(4);

        play.Log.TakeLast(2).ShouldBe(["commit B/4", "end Failed"]);
        play.Ended!.Steps[1].ShouldBe(new StepCounts(1, 1, 0));
    }

    [Fact]
    public void Stop_kills_what_runs()
    {
        var play = new Play(Graphs.Branch, options: o => o with { OnFailure = OnFailure.Stop }).Begin().Succeed(1);
        play.News();

        play.Fail(2).News().ShouldBe(["Exception A/2#0 final", "kill 3#0"]);
        play.Fail(3, kind: FailureKind.Signal).News().ShouldBe(["Canceled B/3#0 final", "end Failed"]);
        play.Ended!.Steps[2].ShouldBe(new StepCounts(0, 0, 1));
    }

    [Fact]
    public void A_transition_that_is_not_in_the_graph_fails_the_task()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Retries(3)).Begin().Succeed(1)
            .Succeed(2, new TakenTransition(TransitionKind.Linear, [1], 1, []));

        play.Failures[0].IsFinal.ShouldBeTrue();
        play.Failures[0].Failure.Message.ShouldBe(
            "FLOW1008: Step A returned a transition to A that is not among those written in it. Return what To, ForEach or InParallel gave in this very step.");
        play.Commits.Count.ShouldBe(1);
    }

    [Fact]
    public void A_missing_transition_fails_the_task() =>
        new Play(Graphs.Linear).Begin().Succeed(1).Succeed(2, transition: null).Failures[0].Failure.Message.ShouldBe(
            "FLOW1008: Step A named no transition. Return To, ForEach or InParallel.");

    [Fact]
    public void Events_of_attempts_that_are_over_are_ignored()
    {
        var play = new Play(Graphs.Linear, steps: s => s["A"] = Retries(1)).Begin().Succeed(1).Fail(2).Elapse(1);
        play.News();

        play.Handle(new ScheduleEvent.Failed(2, 0, new StepFailure(FailureKind.Exit, "", "late", ""), true, null));
        play.Handle(new ScheduleEvent.Succeeded(1, 0, new TaskOutput(null, ArtifactTable.Empty(0), null)));
        play.Handle(new ScheduleEvent.Succeeded(77, 0, new TaskOutput(null, ArtifactTable.Empty(0), null)));
        play.Elapse(1).Begin();

        play.News().ShouldBeEmpty();
        play.Succeed(2).Succeed(3).Ended!.Status.ShouldBe(RunStatus.Succeeded);
        play.News();
        play.Handle(new ScheduleEvent.KillRequested()).News().ShouldBeEmpty();
    }

    private static StepLimits Retries(int times) =>
        new() { Cpu = 0, RetryTimes = times, RetryDelay = TimeSpan.FromSeconds(1), MaxRetryDelay = TimeSpan.FromSeconds(9) };
}
