namespace FlowSdk.Generators.Tests.Graph;

/// <summary>A join gets some of what a split began, and the rest is joined after it.</summary>
public sealed class PartialJoinTests
{
    private static readonly string _withoutC =
        "FLOW0034 c -> j2: Step 'j1' joins the branches 'a', 'b' of step 'start', but not 'c' on the way start → c → j2. Lead all its branches to one join.";

    [Fact]
    public void The_branch_that_a_first_join_does_not_get_is_named() =>
        Shape.Reports("start: a, b, c", "a: j1", "b: j1", "c: j2", "j1*: j2", "j2*: end", "end").ShouldBe([_withoutC]);

    [Fact]
    public void So_it_is_when_it_is_written_first_and_the_end_joins() =>
        Shape.Reports("start: c, a, b", "c: j2", "a: j1", "b: j1", "j1*: j2", "j2*").ShouldBe([_withoutC]);

    [Fact]
    public void So_it_is_one_deeper() =>
        Shape.Reports("first: start, z", "z: j0", "start: a, b, c", "a: j1", "b: j1", "c: j2", "j1*: j2", "j2*: j0", "j0*").ShouldBe([_withoutC]);

    [Fact]
    public void So_it_is_with_a_conditional_between_the_joins() =>
        Shape.Reports("start: a, b, c", "a: j1", "b: j1", "c: j2", "j1*: x", "x: j2 | y", "y: j2", "j2*").ShouldBe([_withoutC]);

    [Fact]
    public void A_branch_of_several_steps_is_named_by_its_first_and_reported_at_its_last() =>
        Shape.Reports("start: a, b, c", "c: d", "a: j1", "b: j1", "d: j2", "j1*: j2", "j2*").ShouldBe([
            "FLOW0034 d -> j2: Step 'j1' joins the branches 'a', 'b' of step 'start', but not 'c' on the way start → c → d → j2. Lead all its branches to one join."]);

    [Fact]
    public void Several_branches_are_named_each_with_its_way() =>
        Shape.Reports("start: a, b, c, d", "a: j1", "b: j1", "c: j2", "d: j3", "j1*: j2", "j2*: j3", "j3*").ShouldBe([
            "FLOW0034 c -> j2: Step 'j1' joins the branches 'a', 'b' of step 'start', but not 'c' on the way start → c → j2, 'd' on the way start → d → j3. Lead all its branches to one join."]);

    [Fact]
    public void Joins_of_two_branches_each_do_not_make_a_tree() =>
        Shape.Reports("start: a, b, c, d", "a: j1", "b: j1", "c: j2", "d: j2", "j1*: j3", "j2*: j3", "j3*").ShouldBe([
            "FLOW0034 c -> j2: Step 'j1' joins the branches 'a', 'b' of step 'start', but not 'c' on the way start → c → j2, 'd' on the way start → d → j2. Lead all its branches to one join."]);

    [Fact]
    public void A_step_of_one_branch_that_takes_inputs_joins_that_branch_alone() =>
        Shape.Reports("start: a, b", "a: m", "m*: j", "b: j", "j*").ShouldBe([
            "FLOW0034 b -> j: Step 'm' joins the branch 'a' of step 'start', but not 'b' on the way start → b → j. Lead all its branches to one join."]);

    [Theory]
    [InlineData("start: each a", "a: j1 | j2")]
    [InlineData("start: gang a", "a!: j1 | j2")]
    public void Where_there_is_one_branch_its_other_way_is_shown(string start, string body) =>
        Shape.Reports(start, body, "j1*: j2", "j2*").ShouldBe([
            "FLOW0034 a -> j2: Step 'j1' does not join all that step 'start' splits: on the way start → a → j2 it comes to 'j2' instead. Lead all its branches to one join."]);

    [Fact]
    public void A_branch_that_comes_to_either_is_not_named_as_missing() =>
        Shape.Reports("start: a, b", "a: j1 | j2", "b: j1", "j1*: j2", "j2*").ShouldBe([
            "FLOW0034 a -> j2: Step 'j1' does not join all that step 'start' splits: on the way start → a → j2 it comes to 'j2' instead. Lead all its branches to one join."]);
}
