using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class ShapeTests
{
    [Fact]
    public void Linear_steps_run_one_after_the_other()
    {
        var play = new Play(Graphs.Linear).Begin().Succeed(1).Succeed(2).Succeed(3);

        play.Log.ShouldBe(
        [
            "due 1 Start", "start Start/1",
            "commit Start/1", "due 1 A", "start A/2",
            "commit A/2", "due 1 End", "start End/3",
            "commit End/3", "end Succeeded",
        ]);
        play.Commits.Select(c => string.Join(',', c.Parents)).ShouldBe(["", "1", "2"]);
        play.Commits.Select(c => c.Base?.TaskId).ShouldBe([null, 1, 2]);
        play.Ended!.EndTask!.TaskId.ShouldBe(3);
        play.Ended.Steps.ShouldBe([new StepCounts(1, 0, 0), new StepCounts(1, 0, 0), new StepCounts(1, 0, 0)]);
    }

    [Fact]
    public void Branch_starts_all_targets_and_its_join_gets_them_in_order()
    {
        var play = new Play(Graphs.Branch).Begin().Succeed(1);
        play.Running.ShouldBe("A/2 B/3");

        play.Succeed(3).Running.ShouldBe("A/2");
        play.Succeed(2).Running.ShouldBe("Join/4");

        var join = play.Starts[^1];
        join.Parent.ShouldBeNull();
        join.Join!.Split.TaskId.ShouldBe(1);
        join.Join.FirstSteps.ShouldBe([1, 2]);
        join.Join.Positions.ShouldBe([new RecordPosition(0, 200), new RecordPosition(0, 300)]);
        play.Succeed(4).Commits[^1].Parents.ShouldBe([2, 3]);
    }

    [Fact]
    public void Join_receives_items_in_order()
    {
        var play = new Play(Graphs.ForEach).Begin().Succeed(1, count: 3).Succeed(4).Succeed(2).Succeed(3);
        play.Running.ShouldBe("B/5 B/6 B/7");

        play.Succeed(5).Succeed(7).Succeed(6);

        play.Starts[^1].Join!.Positions.Select(p => p.Offset).ShouldBe([600, 700, 500]);
        play.Starts[^1].Join!.FirstSteps.ShouldBeEmpty();
        play.Succeed(8).Commits[^1].Parents.ShouldBe([6, 7, 5]);
    }

    [Fact]
    public void Empty_foreach_goes_straight_to_its_join()
    {
        var play = new Play(Graphs.ForEach).Begin().Succeed(1, count: 0);

        play.Running.ShouldBe("Join/2");
        play.Starts[^1].Join!.Split.TaskId.ShouldBe(1);
        play.Starts[^1].Join!.Positions.ShouldBeEmpty();
        play.Succeed(2).Commits[^1].Parents.ShouldBe([1]);
    }

    [Fact]
    public void A_task_knows_the_splits_around_it()
    {
        var graph = new GraphByHand("Start", "Outer", "Inner", "InnerJoin", "OuterJoin", "End")
            .ForEach("Start", "Outer", "OuterJoin").ForEach("Outer", "Inner", "InnerJoin")
            .To("Inner", "InnerJoin").To("InnerJoin", "OuterJoin").To("OuterJoin", "End").Build();
        var play = new Play(graph).Begin().Succeed(1, count: 2).Succeed(3, count: 2);

        play.Running.ShouldBe("Outer/2 Inner/4 Inner/5");
        var inner = play.Starts[^1];
        inner.Key.ShouldBe(new TaskKey(2, 0, SplitTaskId: 3, Index: 1));
        (inner.Frame!.Split.TaskId, inner.Frame.Index, inner.Frame.SplitStep).ShouldBe((3, 1, 1));
        (inner.Frame.Outer!.Split.TaskId, inner.Frame.Outer.Index, inner.Frame.Outer.Outer).ShouldBe((1, 1, null));

        play.Succeed(4).Succeed(5);
        play.Starts[^1].Key.ShouldBe(new TaskKey(3, 0, SplitTaskId: 1, Index: 1));
        play.Starts[^1].Frame!.Outer.ShouldBeNull();
    }

    [Fact]
    public void Visits_of_a_loop_are_counted_in_their_frame()
    {
        var graph = new GraphByHand("Start", "Body", "Join", "End").ForEach("Start", "Body", "Join")
            .To("Body", "Body").To("Body", "Join").To("Join", "End").InLoop("Body").Build();
        var play = new Play(graph).Begin().Succeed(1, count: 2)
            .Succeed(2, to: "Body").Succeed(4, to: "Body").Succeed(5, to: "Join").Succeed(3, to: "Body");

        play.Starts.Skip(1).Select(s => (s.Key.Index, s.Key.Visit)).ShouldBe([(0, 0), (1, 0), (0, 1), (0, 2), (1, 1)]);
        play.Succeed(6, to: "Join").Succeed(7).Succeed(8).Ended!.Status.ShouldBe(RunStatus.Succeeded);
    }

    [Fact]
    public void Join_waits_for_every_branch_whichever_way_it_came()
    {
        var graph = new GraphByHand("Start", "A", "B", "C", "Join", "End").Branch("Start", ["A", "B"], "Join")
            .To("A", "C").To("A", "Join").To("C", "Join").To("B", "Join").To("Join", "End").Build();

        new Play(graph).Begin().Succeed(1).Succeed(2, to: "C").Succeed(3).Succeed(4).Running.ShouldBe("Join/5");
        new Play(graph).Begin().Succeed(1).Succeed(2, to: "Join").Succeed(3).Running.ShouldBe("Join/4");
    }

    [Fact]
    public void A_foreach_is_due_at_once_and_begins_as_workers_are_free()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 2).Begin().Succeed(1, count: 1_000_000_000);

        play.Log.TakeLast(3).ShouldBe(["due 1000000000 A", "start A/2", "start A/3"]);
    }

    [Fact]
    public void Items_already_begun_go_before_new_ones()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 1).Begin().Succeed(1, count: 2);

        play.Running.ShouldBe("A/2");
        play.Succeed(2).Running.ShouldBe("B/3");
        play.Succeed(3).Running.ShouldBe("A/4");
    }

    [Fact]
    public void Items_of_the_inner_foreach_go_before_those_of_the_outer()
    {
        var graph = new GraphByHand("Start", "Outer", "Inner", "InnerJoin", "OuterJoin", "End")
            .ForEach("Start", "Outer", "OuterJoin").ForEach("Outer", "Inner", "InnerJoin")
            .To("Inner", "InnerJoin").To("InnerJoin", "OuterJoin").To("OuterJoin", "End").Build();
        var play = new Play(graph, maxWorkers: 1).Begin().Succeed(1, count: 2).Succeed(2, count: 2).Succeed(3).Succeed(4).Succeed(5);

        play.Starts.Select(s => graph.Nodes[s.Key.Step].Name).ShouldBe(["Start", "Outer", "Inner", "Inner", "InnerJoin", "Outer"]);
    }
}
