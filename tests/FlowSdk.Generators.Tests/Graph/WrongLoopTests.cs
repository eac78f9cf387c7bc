namespace FlowSdk.Generators.Tests.Graph;

public sealed class WrongLoopTests
{
    private const string NoExit = "Let a step of the loop also return a transition that leaves it.";

    [Fact]
    public void A_loop_to_whose_end_nothing_leads_needs_an_exit() =>
        Shape.Reports("start: a", "a: b", "b: a", "end").ShouldBe([$"FLOW0029 a: Step 'a' never leads to the end, nor does 'b'. {NoExit}"]);

    [Fact]
    public void So_does_one_that_has_a_step_before_its_end() =>
        Shape.Reports("start: a", "a: b", "b: a", "last: end", "end").ShouldBe([$"FLOW0029 a: Step 'a' never leads to the end, nor does 'b'. {NoExit}"]);

    [Fact]
    public void A_start_that_only_returns_to_itself_needs_an_exit_wherever_the_end_is_written()
    {
        Shape.Reports("start: start", "end").ShouldBe([$"FLOW0029 start: Step 'start' never leads to the end. {NoExit}"]);
        Shape.Reports("end", "start: start").ShouldBe([$"FLOW0029 start: Step 'start' never leads to the end. {NoExit}"]);
    }

    [Fact]
    public void A_flow_that_is_one_loop_needs_an_exit_before_a_start() =>
        Shape.Reports("a: b", "b: a", "end").ShouldBe([$"FLOW0029 a: Step 'a' never leads to the end, nor does 'b'. {NoExit}"]);

    [Fact]
    public void A_join_behind_a_loop_in_a_foreach_is_not_blamed() =>
        Shape.Reports("start: each a", "a: b", "b: a", "join*: end", "end").ShouldBe([$"FLOW0029 a: Step 'a' never leads to the end, nor does 'b'. {NoExit}"]);

    [Fact]
    public void Steps_that_only_lead_into_a_loop_are_not_part_of_it() =>
        Shape.Reports("start: a | end", "a: b", "b: c", "c: b", "end").ShouldBe([$"FLOW0029 b: Step 'b' never leads to the end, nor does 'c'. {NoExit}"]);

    [Fact]
    public void Two_loops_need_an_exit_each() =>
        Shape.Problems("start: a | b", "a: a", "b: b", "end").ShouldBe(["LoopWithoutExit a", "LoopWithoutExit b"]);

    [Fact]
    public void A_loop_that_leads_into_another_needs_no_exit_of_its_own() =>
        Shape.Problems("start: a", "a: a | b", "b: c", "c: b", "end").ShouldBe(["LoopWithoutExit b: c"]);

    [Fact]
    public void A_forgotten_step_is_found_beside_such_a_loop() =>
        Shape.Problems("start: a", "a: b", "b: a", "orphan: a", "end").ShouldBe(["SeveralStarts orphan: start"]);
}
