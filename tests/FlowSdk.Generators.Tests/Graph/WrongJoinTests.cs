namespace FlowSdk.Generators.Tests.Graph;

/// <summary>One transition leads to the wrong step, and that is what is reported, wherever the rules trip over it.</summary>
public sealed class WrongJoinTests
{
    private static readonly string _branchIntoInnerJoin =
        "FLOW0033 b -> ja: Step 'ja' joins what 'a' split, but on the way start → b → ja it gets a branch of what 'start' split, which 'j' joins. Lead 'b' to 'j' instead.";

    [Fact]
    public void A_branch_that_leads_into_the_join_of_another_is_at_fault() =>
        Shape.Reports("start: a, b", "a: a1, a2", "a1: ja", "a2: ja", "ja*: j", "b: ja", "j*: end", "end").ShouldBe([_branchIntoInnerJoin]);

    [Fact]
    public void So_it_is_when_it_is_written_first() =>
        Shape.Reports("start: b, a", "b: ja", "a: a1, a2", "a1: ja", "a2: ja", "ja*: j", "j*: end", "end").ShouldBe([_branchIntoInnerJoin]);

    [Theory]
    [InlineData("a: each a1", "a1: ja")]
    [InlineData("a: gang a1", "a1!: ja")]
    public void So_it_is_when_the_other_splits_otherwise_and_the_end_joins(string split, string body) =>
        Shape.Reports("start: a, b", split, body, "ja*: j", "b: ja", "j*").ShouldBe([_branchIntoInnerJoin]);

    [Fact]
    public void So_it_is_one_deeper() =>
        Shape.Reports("first: start, z", "z: jz", "start: a, b", "a: a1, a2", "a1: ja", "a2: ja", "ja*: j", "b: ja", "j*: jz", "jz*").ShouldBe([_branchIntoInnerJoin]);

    [Fact]
    public void A_conditional_in_the_middle_of_the_branch_is_at_fault() =>
        Shape.Reports("start: a, b", "a: each a1", "a1: ja", "ja*: j", "b: c", "c: j | ja", "j*").ShouldBe([
            "FLOW0033 c -> ja: Step 'ja' joins what 'a' split, but on the way start → b → c → ja it gets a branch of what 'start' split, which 'j' joins. Lead 'c' to 'j' instead."]);

    [Fact]
    public void Two_branches_that_lead_there_are_two_mistakes() =>
        Shape.Reports("start: a, b, c", "a: each a1", "a1: ja", "ja*: j", "b: ja", "c: ja", "j*").ShouldBe([
            _branchIntoInnerJoin,
            "FLOW0033 c -> ja: Step 'ja' joins what 'a' split, but on the way start → c → ja it gets a branch of what 'start' split, which 'j' joins. Lead 'c' to 'j' instead."]);

    [Fact]
    public void An_inner_branch_that_leads_into_the_outer_join_is_at_fault() =>
        Shape.Reports("start: a, b", "a: a1, a2", "a1: ja", "a2: j", "ja*: j", "b: j", "j*").ShouldBe([
            "FLOW0033 a2 -> j: Step 'j' joins what 'start' split, but on the way a → a2 → j it gets a branch of what 'a' split, which 'ja' joins. Lead 'a2' to 'ja' instead."]);

    [Fact]
    public void An_inner_branch_that_leads_into_the_join_beside_is_at_fault() =>
        Shape.Reports("start: a, b", "a: a1, a2", "b: b1, b2", "a1: ja", "a2: ja", "b1: jb", "b2: ja", "ja*: j", "jb*: j", "j*").ShouldBe([
            "FLOW0033 b2 -> ja: Step 'ja' joins what 'a' split, but on the way b → b2 → ja it gets a branch of what 'b' split, which 'jb' joins. Lead 'b2' to 'jb' instead."]);

    [Fact]
    public void A_branch_that_leads_into_the_midst_of_another_is_at_fault() =>
        Shape.Reports("start: a, b", "a: m", "b: each x", "x: m", "m: jb", "jb*: j", "j*").ShouldBe([
            "FLOW0035 a -> m: Step 'm' is inside what 'b' split, but the way start → a → m comes to it from outside. Lead 'a' to 'j' instead."]);

    [Theory]
    [InlineData("start: a, b", "a: j | fix", "b: j")]
    [InlineData("start: b, a", "b: j", "a: fix | j")]
    public void An_arm_that_skips_the_join_is_at_fault(string start, string first, string second) =>
        Shape.Reports(start, first, second, "fix: report", "j*: report", "report: end", "end").ShouldBe([
            "FLOW0035 fix -> report: On the way start → a → fix → report what step 'start' splits goes past its join 'j'. Lead 'fix' to 'j' instead."]);

    [Fact]
    public void So_it_is_when_the_step_behind_the_join_is_come_to_sooner_by_it() =>
        Shape.Reports("start: a, b", "a: x", "x: j | fix", "b: j", "fix: fix2", "fix2: report", "j*: report", "report: end", "end").ShouldBe([
            "FLOW0035 fix2 -> report: On the way start → a → x → fix → fix2 → report what step 'start' splits goes past its join 'j'. Lead 'fix2' to 'j' instead."]);

    [Theory]
    [InlineData("start: each a", "a: j | fix")]
    [InlineData("start: gang a", "a!: fix | j")]
    public void So_it_is_in_a_foreach_and_a_gang(string start, string body) =>
        Shape.Reports(start, body, "fix: report", "j*: report", "report: end", "end").ShouldBe([
            "FLOW0035 fix -> report: On the way start → a → fix → report what step 'start' splits goes past its join 'j'. Lead 'fix' to 'j' instead."]);

    [Fact]
    public void So_it_is_inside_another_split_whose_join_is_the_end() =>
        Shape.Reports("first: each start", "start: each a", "a: j | fix", "fix: report", "j*: report", "report: last", "last*").ShouldBe([
            "FLOW0035 fix -> report: On the way start → a → fix → report what step 'start' splits goes past its join 'j'. Lead 'fix' to 'j' instead."]);

    [Fact]
    public void So_it_is_in_a_loop_around_the_split() =>
        Shape.Reports("first: start", "start: a, b", "a: j | fix", "fix: report", "b: j", "j*: report", "report: start | end", "end").ShouldBe([
            "FLOW0035 fix -> report: On the way start → a → fix → report what step 'start' splits goes past its join 'j'. Lead 'fix' to 'j' instead."]);
}
