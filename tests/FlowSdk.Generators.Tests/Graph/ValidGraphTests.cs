namespace FlowSdk.Generators.Tests.Graph;

public sealed class ValidGraphTests
{
    [Fact]
    public void A_single_step_is_start_and_end()
    {
        var plan = Shape.Check("only").Plan.ShouldNotBeNull();
        (plan.Start, plan.End).ShouldBe((0, 0));
    }

    [Fact]
    public void Start_and_end_are_found_whatever_their_names_and_places()
    {
        var plan = Shape.Check("last", "middle: last", "first: middle").Plan.ShouldNotBeNull();
        (plan.Start, plan.End).ShouldBe((2, 0));
    }

    [Fact]
    public void A_branch_is_paired_with_its_join() =>
        Shape.Joins("start: a, b", "a: join", "b: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void Branches_nest_three_deep() => Shape.Joins(
        "start: a, b", "a: aa, ab", "b: ba, bb", "aa: aaa, aab", "ab: aba, abb", "ba: baa, bab", "bb: bba, bbb",
        "aaa: aa_", "aab: aa_", "aba: ab_", "abb: ab_", "baa: ba_", "bab: ba_", "bba: bb_", "bbb: bb_",
        "aa_*: a_", "ab_*: a_", "ba_*: b_", "bb_*: b_", "a_*: join", "b_*: join", "join*: end", "end")
        .ShouldBe(["start/0 join", "a/0 a_", "b/0 b_", "aa/0 aa_", "ab/0 ab_", "ba/0 ba_", "bb/0 bb_"]);

    [Fact]
    public void A_foreach_of_several_steps_is_paired_with_its_join() =>
        Shape.Joins("start: split", "split: each first", "first: second", "second: join", "join*: end", "end").ShouldBe(["split/0 join"]);

    [Fact]
    public void Foreaches_nest_three_deep() => Shape.Joins(
        "start: x", "x: each y", "y: each z", "z: each inner", "inner: jz", "jz*: jy", "jy*: jx", "jx*: end", "end")
        .ShouldBe(["x/0 jx", "y/0 jy", "z/0 jz"]);

    [Fact]
    public void A_gang_is_paired_with_its_join() =>
        Shape.Joins("start: split", "split: gang inner", "inner!: join", "join*: end", "end").ShouldBe(["split/0 join"]);

    [Fact]
    public void A_conditional_chooses_between_linear_ways() =>
        Shape.Joins("start: switch", "switch: a | b | c", "a: end", "b: end", "c: end", "end").ShouldBeEmpty();

    [Fact]
    public void Conditionals_nest() =>
        Shape.Joins("start: switch2 | b", "switch2: c | d", "b: end", "c: end", "d: end", "end").ShouldBeEmpty();

    [Fact]
    public void A_conditional_in_a_branch_leads_to_its_join_on_both_arms() =>
        Shape.Joins("start: a, b", "a: c | d", "b: join", "c: join", "d: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void A_join_may_be_the_target_of_an_arm() =>
        Shape.Joins("start: a, b", "a: join | c", "c: join", "b: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void A_conditional_in_a_foreach_leads_to_its_join_on_both_arms() =>
        Shape.Joins("start: each item", "item: a | b", "a: join", "b: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void A_branch_in_an_arm_is_closed_in_that_arm() =>
        Shape.Joins("start: work | skip", "work: p1, p2", "p1: join", "p2: join", "join*: end", "skip: end", "end").ShouldBe(["work/0 join"]);

    [Fact]
    public void A_foreach_in_an_arm_is_closed_in_that_arm() =>
        Shape.Joins("start: work | skip", "work: each do", "do: join", "join*: end", "skip: end", "end").ShouldBe(["work/0 join"]);

    [Fact]
    public void A_step_chooses_between_a_split_and_a_linear_way() =>
        Shape.Joins("start: each body | end", "body: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void Alternative_splits_of_one_step_share_a_join() =>
        Shape.Joins("start: a, b | a, c | each a", "a: join", "b: join", "c: join", "join*: end", "end")
            .ShouldBe(["start/0 join", "start/1 join", "start/2 join"]);

    [Fact]
    public void Alternative_splits_of_one_step_have_joins_of_their_own() =>
        Shape.Joins("start: each a | each b", "a: ja", "b: jb", "ja*: end", "jb*: end", "end").ShouldBe(["start/0 ja", "start/1 jb"]);

    [Fact]
    public void Splits_of_alternative_steps_share_a_join() =>
        Shape.Joins("start: rows | columns", "rows: each row", "columns: each column", "row: join", "column: join", "join*: end", "end")
            .ShouldBe(["rows/0 join", "columns/0 join"]);

    [Fact]
    public void Splits_of_alternative_steps_share_a_join_below_alternative_splits() => Shape.Joins(
        "start: each a | each b", "a: each x", "b: each x", "x: inner", "inner*: outer", "outer*: end", "end")
        .ShouldBe(["start/0 outer", "start/1 outer", "a/0 inner", "b/0 inner"]);

    [Fact]
    public void Two_branches_share_the_steps_at_their_tail() =>
        Shape.Joins("start: a, b", "a: tail", "b: tail", "tail: join", "join*: end", "end").ShouldBe(["start/0 join"]);

    [Fact]
    public void A_join_follows_a_join() =>
        Shape.Joins("start: a, b", "a: each x", "x: inner", "inner*: outer", "b: outer", "outer*: end", "end").ShouldBe(["start/0 outer", "a/0 inner"]);

    [Fact]
    public void A_join_may_split_again() =>
        Shape.Joins("start: each a", "a: ja", "ja*: each b", "b: jb", "jb*: end", "end").ShouldBe(["start/0 ja", "ja/0 jb"]);

    [Fact]
    public void A_foreach_in_a_gang_in_a_branch_is_paired_from_the_inside_out() => Shape.Joins(
        "start: a, b", "a: gang g", "g!: each x", "x: jx", "jx*: jg", "jg*: jb", "b: jb", "jb*: end", "end")
        .ShouldBe(["start/0 jb", "a/0 jg", "g/0 jx"]);
}
