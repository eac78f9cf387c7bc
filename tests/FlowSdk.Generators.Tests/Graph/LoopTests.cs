namespace FlowSdk.Generators.Tests.Graph;

public sealed class LoopTests
{
    [Fact]
    public void A_step_that_returns_to_itself_is_in_a_loop() =>
        InLoop("start: loop", "loop: loop | exit", "exit: end", "end").ShouldBe(["loop"]);

    [Fact]
    public void The_start_may_return_to_itself() =>
        InLoop("start: start | end", "end").ShouldBe(["start"]);

    [Fact]
    public void A_loop_of_several_steps_is_found() =>
        InLoop("start: a", "a: b", "b: c", "c: a | end", "end").ShouldBe(["a", "b", "c"]);

    [Fact]
    public void A_loop_inside_a_foreach_stays_there() =>
        InLoop("start: each body", "body: body | exit", "exit: join", "join*: end", "end").ShouldBe(["body"]);

    [Fact]
    public void What_a_loop_splits_runs_once_in_each_of_its_frames() =>
        InLoop("start: split", "split: each body", "body: join", "join*: split | end", "end").ShouldBe(["split", "join"]);

    [Fact]
    public void A_graph_without_cycles_has_no_loop() =>
        InLoop("start: a, b", "a: join", "b: join", "join*: end", "end").ShouldBeEmpty();

    private static string[] InLoop(params string[] lines)
    {
        var steps = Shape.Steps(lines);
        var plan = Shape.Check(lines).Plan.ShouldNotBeNull();
        return [.. steps.Where((_, i) => plan.InLoop[i]).Select(s => s.Name)];
    }
}
