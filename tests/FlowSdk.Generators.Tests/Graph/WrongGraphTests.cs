namespace FlowSdk.Generators.Tests.Graph;

public sealed class WrongGraphTests
{
    [Fact]
    public void A_flow_without_steps_is_refused() => Shape.Problems().ShouldBe(["NoStep"]);

    [Fact]
    public void A_cycle_that_begins_nowhere_has_no_start() =>
        Shape.Problems("a: b", "b: a | end", "end").ShouldBe(["NoStart"]);

    [Fact]
    public void The_start_is_the_candidate_that_leads_furthest() =>
        Shape.Problems("orphan: end", "start: a", "a: end", "end").ShouldBe(["SeveralStarts orphan: start"]);

    [Fact]
    public void A_forgotten_step_that_ends_is_one_mistake() =>
        Shape.Problems("orphan", "start: end", "end").ShouldBe(["SeveralStarts orphan: start"]);

    [Fact]
    public void A_flow_that_never_ends_has_no_end() =>
        Shape.Problems("start: a", "a: a").ShouldBe(["NoEnd"]);

    [Fact]
    public void The_first_end_is_the_end() =>
        Shape.Problems("start: a | b", "a", "b").ShouldBe(["SeveralEnds b: a"]);

    [Fact]
    public void A_detached_cycle_cannot_be_reached() =>
        Shape.Problems("start: end", "a: b", "b: a | end", "end").ShouldBe(["Unreachable a: start", "Unreachable b: start"]);

    [Fact]
    public void A_target_that_is_no_step_is_the_only_problem_reported() =>
        Shape.Problems("start: typo", "a: end", "end").ShouldBe(["UnknownTarget start: typo"]);

    [Fact]
    public void A_branch_names_each_step_once() =>
        Shape.Problems("start: a, a", "a: join", "join*: end", "end").ShouldBe(["RepeatedTarget start: a"]);

    [Fact]
    public void A_step_that_is_no_end_leads_somewhere() =>
        Shape.Problems("start: a", "a:", "end").ShouldBe(["NoTransition a"]);

    [Fact]
    public void A_loop_needs_an_exit() =>
        Shape.Problems("start: a | end", "a: b", "b: a", "end").ShouldBe(["LoopWithoutExit a: b"]);

    [Fact]
    public void A_branch_that_ends_without_a_join_is_refused() =>
        Shape.Problems("start: a, b", "a: end", "b: end", "end").ShouldBe(["NeverJoined start: a"]);

    [Fact]
    public void A_foreach_that_ends_without_a_join_is_refused() =>
        Shape.Problems("start: each body", "body: end", "end").ShouldBe(["NeverJoined start: body"]);

    [Fact]
    public void A_branch_that_leaves_past_its_join_is_refused() =>
        Shape.Problems("start: a, b", "a: join", "b: end", "join*: end", "end").ShouldBe(["NeverJoined start: a"]);

    [Fact]
    public void A_conditional_that_leaves_past_the_join_is_refused() =>
        Shape.Problems("start: each a", "a: join | end", "join*: end", "end").ShouldBe(["NeverJoined start: a"]);

    [Fact]
    public void The_step_where_branches_meet_needs_inputs() =>
        Shape.Problems("start: a, b", "a: meet", "b: meet", "meet: end", "end").ShouldBe(["InputsMissing meet: start"]);

    [Fact]
    public void A_join_needs_something_to_join() =>
        Shape.Problems("start: a", "a*: end", "end").ShouldBe(["NothingToJoin a: start"]);

    [Fact]
    public void The_start_cannot_be_a_join() =>
        Shape.Problems("start*: end", "end").ShouldBe(["NothingToJoin start"]);

    [Fact]
    public void A_join_cannot_be_reached_from_outside() =>
        Shape.Problems("start: a | join", "a: each b", "b: join", "join*: end", "end").ShouldBe(["NothingToJoin join: start"]);

    [Fact]
    public void A_split_cannot_lead_straight_to_a_join() =>
        Shape.Problems("start: a, join", "a: join", "join*: end", "end").ShouldBe(["SplitIntoJoin join: start"]);

    [Fact]
    public void Branches_of_unrelated_splits_cannot_be_joined() => Shape.Problems(
        "start: a, b", "a: a1, a2", "b: b1, b2", "a1: j1", "b1: j1", "a2: j1", "b2: j1", "j1*: j2", "j2*: end", "end")
        .ShouldBe(["UnrelatedJoin j1: a, b"]);

    [Fact]
    public void A_join_cannot_close_a_split_and_the_one_around_it() =>
        Shape.Problems("start: a, b", "a: each x", "x: join", "b: join", "join*: end", "end").ShouldBe(["UnrelatedJoin join: start, a"]);

    [Fact]
    public void A_split_has_one_join() =>
        Shape.Problems("start: a, b", "a: j1", "b: j2", "j1*: end", "j2*: end", "end").ShouldBe(["SeveralJoins start: j1, j2"]);

    [Fact]
    public void A_step_cannot_be_inside_and_outside_a_split() =>
        Shape.Problems("start: each a | b", "a: b", "b: join | end", "join*: end", "end").ShouldBe(["FrameCrossed b: a, start", "NothingToJoin join: b"]);

    [Fact]
    public void A_split_cannot_lead_back_to_a_step_around_it() =>
        Shape.Problems("start: s", "s: each body", "body: each body | join", "join*: end", "end").ShouldBe(["FrameCrossed body: body"]);

    [Fact]
    public void A_loop_cannot_leave_a_split_without_its_join() =>
        Shape.Problems("start: s", "s: each a", "a: s | join", "join*: end", "end").ShouldBe(["FrameCrossed s: a, s"]);

    [Fact]
    public void The_body_of_a_gang_takes_a_gang() =>
        Shape.Problems("start: gang a", "a: join", "join*: end", "end").ShouldBe(["GangMissing a: start"]);

    [Fact]
    public void Only_the_body_of_a_gang_takes_a_gang() =>
        Shape.Problems("start: a", "a!: end", "end").ShouldBe(["GangUnexpected a: start"]);

    [Fact]
    public void An_arm_that_skips_the_join_is_shown_as_a_way() =>
        Shape.Messages("start: a, b", "a: join | end", "b: join", "join*: end", "end").ShouldBe(
            ["What step 'start' splits is not joined on the way start → a → end. Lead all its branches to one step with a parameter Inputs<F>."]);

    [Fact]
    public void An_arm_that_skips_an_inner_join_is_shown_from_the_inner_split() =>
        Shape.Messages("start: each a", "a: b, c", "b: inner", "c: inner | x", "x: end", "inner*: outer", "outer*: end", "end").ShouldContain(
            "What step 'a' splits is not joined on the way a → c → x → end. Lead all its branches to one step with a parameter Inputs<F>.");

    [Fact]
    public void Several_joins_of_one_split_are_shown_with_the_ways_to_them() =>
        Shape.Messages("start: a, b", "a: j1", "b: c", "c: j2", "j1*: end", "j2*: end", "end").ShouldBe(
            ["What step 'start' splits is joined by several steps: on the way start → a → j1, on the way start → b → c → j2. Lead all its branches to one join."]);

    [Fact]
    public void A_join_of_an_outer_split_says_on_which_way_an_inner_one_is_not_joined() =>
        Shape.Messages("start: a, b", "a: each x", "x: y", "y: join", "b: join", "join*: end", "end").ShouldBe(
            ["Step 'join' joins what 'start' split, but on the way a → x → y → join what 'a' split comes to it unjoined. Join that by a step of its own first."]);

    [Fact]
    public void A_join_of_splits_that_run_side_by_side_names_both() =>
        Shape.Messages("start: a, b", "a: a1, a2", "b: b1, b2", "a1: j1", "b1: j1", "a2: j1", "b2: j1", "j1*: j2", "j2*: end", "end").ShouldBe(
            ["Step 'j1' joins what 'a', 'b' split, which run side by side. Join each of them by a step of its own."]);
}
