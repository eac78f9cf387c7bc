using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class ReuseTests
{
    private static FlowGraph Nested { get; } = new GraphByHand("Start", "Outer", "Inner", "InnerJoin", "OuterJoin", "End")
        .ForEach("Start", "Outer", "OuterJoin").ForEach("Outer", "Inner", "InnerJoin")
        .To("Inner", "InnerJoin").To("InnerJoin", "OuterJoin").To("OuterJoin", "End").Build();

    private static FlowGraph Loop { get; } = new GraphByHand("Start", "Body", "End")
        .To("Start", "Body").To("Body", "Body").To("Body", "End").InLoop("Body").Build();

    [Fact]
    public void Reused_tasks_are_not_started_and_new_ones_have_higher_ids()
    {
        var origin = new Play(Graphs.Linear).Begin().Succeed(1).Succeed(2).Fail(3);

        var play = new Play(Graphs.Linear, reused: origin.TakeOver()).Begin();

        play.Log.ShouldBe(["due 1 Start", "reuse Start/1", "due 1 A", "reuse A/2", "due 1 End", "start End/3"]);
        play.Starts[0].Parent!.Position.ShouldBe(new RecordPosition(0, 200));
        play.Succeed(3).Ended!.Steps.ShouldBe([new StepCounts(1, 0, 0), new StepCounts(1, 0, 0), new StepCounts(1, 0, 0)]);
        play.Commits.Select(c => c.TaskId).ShouldBe([3]);
    }

    [Fact]
    public void A_run_of_which_everything_is_reused_ends_at_once()
    {
        var origin = new Play(Graphs.ForEach).Begin().Succeed(1, count: 1).Succeed(2).Succeed(3).Succeed(4).Succeed(5);

        var play = new Play(Graphs.ForEach, reused: origin.TakeOver()).Begin();

        play.Starts.ShouldBeEmpty();
        play.Ended!.Status.ShouldBe(RunStatus.Succeeded);
        play.Ended.EndTask!.TaskId.ShouldBe(5);
        play.Ended.EndTask.Position.ShouldBe(new RecordPosition(0, 500));
    }

    [Fact]
    public void A_branch_that_is_missing_runs_and_its_join_gets_both()
    {
        var origin = new Play(Graphs.Branch).Begin().Succeed(1).Fail(2).Succeed(3);

        var play = new Play(Graphs.Branch, reused: origin.TakeOver()).Begin();

        play.Running.ShouldBe("A/4");
        play.Succeed(4).Starts[^1].Join!.Positions.ShouldBe([new RecordPosition(0, 400), new RecordPosition(0, 300)]);
        play.Starts[^1].Join!.Split.Position.ShouldBe(new RecordPosition(0, 100));
    }

    [Fact]
    public void Items_that_are_missing_run_and_the_others_are_left_out()
    {
        // Items 1 and 3 of five are whole, item 2 has come as far as B.
        var origin = new Play(Graphs.ForEach, maxWorkers: 3).Begin().Succeed(1, count: 5).Succeed(3).Succeed(4);
        origin.Running.ShouldBe("A/2 B/5 B/6");
        origin.Succeed(5).Running.ShouldBe("A/2 B/6 A/7");
        origin.Succeed(7).Running.ShouldBe("A/2 B/6 B/8");
        origin.Succeed(8);

        var play = new Play(Graphs.ForEach, maxWorkers: 10, reused: origin.TakeOver()).Begin();

        play.Log.ShouldContain("due 5 A");
        play.Running.ShouldBe("B/9 A/10 A/11");
        play.Starts.Select(s => s.Key.Index).ShouldBe([2, 0, 4]);
        play.Succeed(9).Succeed(10).Succeed(11).Succeed(12).Succeed(13);
        play.Starts[^1].Join!.Positions.Select(p => p.Offset).ShouldBe([1200, 500, 900, 800, 1300]);
    }

    [Fact]
    public void A_reused_item_of_a_billion_is_not_looked_for_among_the_others()
    {
        var origin = new Play(Graphs.ForEach, maxWorkers: 1).Begin().Succeed(1, count: 1_000_000_000).Succeed(2);

        new Play(Graphs.ForEach, maxWorkers: 3, reused: origin.TakeOver()).Begin().Running.ShouldBe("B/3 A/4 A/5");
    }

    [Fact]
    public void A_foreach_without_items_is_reused_with_its_join()
    {
        var origin = new Play(Graphs.ForEach).Begin().Succeed(1, count: 0).Succeed(2);

        new Play(Graphs.ForEach, reused: origin.TakeOver()).Begin().Running.ShouldBe("End/3");
    }

    [Fact]
    public void A_gang_is_reused_whole()
    {
        var origin = new Play(Graphs.Gang).Begin().Succeed(1, count: 3).Succeed(2).Succeed(3).Succeed(4).Fail(5);

        var play = new Play(Graphs.Gang, reused: origin.TakeOver()).Begin();

        play.Running.ShouldBe("Join/5");
        play.Starts[0].Join!.Positions.Select(p => p.Offset).ShouldBe([200, 300, 400]);
    }

    [Fact]
    public void A_gang_that_can_never_have_its_gpus_here_is_refused_though_its_split_was_taken_over()
    {
        var origin = new Play(Graphs.Gang).Begin().Succeed(1, count: 3);
        var play = new Play(Graphs.Gang, steps: s => s["A"] = new StepLimits { Gpu = 1 }, options: o => o with { Gpus = 2 }, reused: origin.TakeOver());

        Should.Throw<FlowException>(() => play.Begin()).Id.ShouldBe("FLOW1402");
    }

    [Fact]
    public void An_inner_foreach_goes_on_where_it_stopped()
    {
        var origin = new Play(Nested).Begin().Succeed(1, count: 2).Succeed(2, count: 2).Succeed(3, count: 2).Succeed(4).Fail(5).Succeed(6).Succeed(7);
        origin.Commits.Select(c => c.TaskId).ShouldBe([1, 2, 3, 4, 6, 7]);

        var play = new Play(Nested, reused: origin.TakeOver()).Begin();

        play.Running.ShouldBe("InnerJoin/8 Inner/9");
        play.Starts[1].Key.ShouldBe(new TaskKey(2, 0, SplitTaskId: 2, Index: 1));
        (play.Starts[1].Frame!.Index, play.Starts[1].Frame!.Outer!.Index).ShouldBe((1, 0));
    }

    [Fact]
    public void A_loop_goes_on_at_the_visit_that_failed()
    {
        var origin = new Play(Loop).Begin().Succeed(1).Succeed(2, to: "Body").Succeed(3, to: "Body").Fail(4);

        var play = new Play(Loop, reused: origin.TakeOver()).Begin();

        play.Running.ShouldBe("Body/4");
        play.Starts[0].Key.Visit.ShouldBe(2);
        play.Succeed(4, to: "End").Succeed(5).Ended!.Status.ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public void A_loop_that_went_round_very_often_is_reused_without_exhausting_the_stack()
    {
        var reused = new ReusedTasks(static _ => ArtifactTable.Empty(0));
        reused.Add(new TaskKey(0, 0, 0, 0), new ReusedTask(1, default, new TakenTransition(TransitionKind.Linear, [1], 1, [])));
        for (var visit = 0; visit < 100_000; visit++)
        {
            reused.Add(new TaskKey(1, visit, 0, 0), new ReusedTask(visit + 2, default, new TakenTransition(TransitionKind.Linear, [1], 1, [])));
        }

        new Play(Loop, reused: reused).Begin().Running.ShouldBe("Body/100002");
    }

    [Fact]
    public void What_follows_a_task_that_runs_again_has_new_ids_and_runs_again()
    {
        var origin = new Play(Graphs.ForEach).Begin().Succeed(1, count: 2).Succeed(2).Succeed(3).Succeed(4).Fail(5);

        var play = new Play(Graphs.ForEach, reused: origin.TakeOver(except: [2, 4])).Begin();

        play.Running.ShouldBe("B/4 A/5");
        play.Succeed(5).Running.ShouldBe("B/4 B/6");
    }

    [Fact]
    public void Reused_tasks_are_let_go_of_as_they_come_due()
    {
        var origin = new Play(Graphs.ForEach).Begin().Succeed(1, count: 2).Succeed(2).Succeed(3).Succeed(4).Fail(5);
        var reused = origin.TakeOver();
        reused.Count.ShouldBe(4);

        new Play(Graphs.ForEach, reused: reused).Begin();

        reused.Count.ShouldBe(0);
        reused.TakeItems(1).ShouldBeEmpty();
    }

    [Fact]
    public void Artifacts_of_reused_tasks_are_read_when_a_task_after_them_needs_them()
    {
        var read = new List<RecordPosition>();
        var table = ArtifactTable.Empty(3);
        var reused = new ReusedTasks(position =>
        {
            read.Add(position);
            return table;
        });
        reused.Add(new TaskKey(0, 0, 0, 0), new ReusedTask(1, new(0, 100), new TakenTransition(TransitionKind.Linear, [1], 1, [])));
        reused.Add(new TaskKey(1, 0, 0, 0), new ReusedTask(2, new(0, 200), new TakenTransition(TransitionKind.Linear, [2], 1, [])));

        var play = new Play(Graphs.Linear, reused: reused).Begin();

        read.ShouldBeEmpty();
        play.Starts[0].Parent!.Artifacts.ShouldBeSameAs(table);
        play.Starts[0].Parent!.Artifacts.ShouldBeSameAs(table);
        read.ShouldBe([new RecordPosition(0, 200)]);
    }

    [Fact]
    public void A_canceled_run_counts_what_it_reused_and_what_it_did_not_start()
    {
        var origin = new Play(Graphs.ForEach).Begin().Succeed(1, count: 3).Succeed(2);

        var play = new Play(Graphs.ForEach, maxWorkers: 1, reused: origin.TakeOver()).Begin().Handle(new ScheduleEvent.KillRequested()).Fail(3);

        play.Ended!.Status.ShouldBe(RunStatus.Canceled);
        play.Ended.Steps.Take(3).ShouldBe([new StepCounts(1, 0, 0), new StepCounts(1, 0, 2), new StepCounts(0, 0, 1)]);
    }
}
