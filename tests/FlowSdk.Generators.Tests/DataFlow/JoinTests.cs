namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>What a join starts with, takes from its inputs, and passes on.</summary>
public sealed class JoinTests
{
    [Fact]
    public void What_is_left_at_a_join_and_read_after_it_is_not_also_set_in_vain() => DataFlow.Compile(
        "[Step] public Next Start() { A = 1; return ForEach([1], Work); } [Step] public Next Work(int i) => To(Join); [Step] public Next Join(Inputs<F> inputs) => To(End); [Step] public void End() => _ = A;")
        .AllDiagnostics.Select(d => d.Id).ShouldBe(["FLOW0040"]);

    [Theory]
    [InlineData("Merge(inputs);", "_ = A;", "")]
    [InlineData("A = inputs[0].A;", "_ = A;", "")]
    [InlineData("A = inputs.Sum(i => i.A);", "_ = A;", "")]
    [InlineData("Merge(inputs.MaxBy(i => i.A)!);", "_ = A;", "")]
    [InlineData("Merge(inputs, include: [nameof(A)]);", "_ = A;", "")]
    [InlineData("Merge(inputs, exclude: [nameof(B)]);", "_ = A;", "")]
    [InlineData("if (P) { Merge(inputs); }", "_ = A;", "")]
    [InlineData("Take(inputs);", "_ = A;", "")]
    [InlineData("TakeOne(inputs[0]);", "_ = A;", "")]
    [InlineData("var names = new List<string>(); Merge(inputs, include: names);", "_ = A;", "")]
    [InlineData("Merge(inputs, exclude: [nameof(A)]);", "_ = A;", "FLOW0040 A")]
    [InlineData("Merge(inputs, include: [nameof(B)]);", "_ = A;", "FLOW0040 A")]
    [InlineData("", "_ = A;", "FLOW0040 A")]
    [InlineData("", "_ = N;", "")]
    [InlineData("_ = A; Merge(inputs);", "_ = A;", "FLOW0047 A")]
    [InlineData("A += 1;", "", "FLOW0047 A")]
    [InlineData("Merge(inputs); A += 1;", "", "")]
    public void After_a_foreach(string join, string end, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() { B = []; return ForEach([1, 2], Work); }
        [Step] public Next Work(int item) { A = item; return To(Join); }
        [Step] public Next Join(Inputs<F> inputs) { {{join}} return To(End); }
        [Step] public void End() { {{end}} }
        private void Take(Inputs<F> all) => Merge(all);
        private void TakeOne(F one) => Merge(one);
        """).ShouldBe(expected);

    [Theory]
    [InlineData("Merge(inputs); _ = A + B.Count;", "")]
    [InlineData("_ = inputs[Left].A; _ = inputs[Right].B;", "")]
    [InlineData("_ = inputs[0].A; _ = inputs[1].B;", "")]
    [InlineData("A = inputs[Left].A; Merge(inputs[Right]); _ = A + B.Count;", "")]
    [InlineData("var left = inputs[Left]; _ = left.A;", "")]
    [InlineData("_ = inputs.Where(i => i.N is null).Sum(i => i.A);", "")]
    [InlineData("_ = inputs.First(i => i.N is null).A;", "")]
    [InlineData("_ = inputs[Left].B;", "FLOW0041 inputs[Left].B")]
    [InlineData("_ = inputs[1].A;", "FLOW0041 inputs[1].A")]
    [InlineData("_ = inputs.Sum(i => i.A);", "FLOW0041 i.A")]
    [InlineData("foreach (var i in inputs) { _ = i.A; }", "FLOW0041 i.A")]
    [InlineData("var best = inputs.MaxBy(i => i.N)!; _ = best.A;", "FLOW0041 best.A")]
    [InlineData("F? best = null; foreach (var i in inputs) { if (i.N is not null) { best = i; } } _ = best!.A;", "FLOW0041 best!.A")]
    [InlineData("_ = inputs.Select(i => (i, 1)).MaxBy(t => t.Item2).i.A;", "FLOW0041 inputs.Select(i => (i, 1)).MaxBy(t => t.Item2).i.A")]
    [InlineData("_ = inputs.OrderBy(i => i.N).First()?.A;", "FLOW0041 .A")]
    [InlineData("_ = Score(inputs[^1]);", "FLOW0041 Score(inputs[^1])")]
    [InlineData("_ = inputs[Right].Own();", "FLOW0041 inputs[Right].Own()")]
    [InlineData("Merge(inputs[Left]); _ = B;", "FLOW0038 B")]
    [InlineData("Merge(inputs.MaxBy(i => i.N)!); _ = B;", "FLOW0038 B")]
    [InlineData("Merge(inputs[Left], include: [nameof(B)]);", "FLOW0043 nameof(B)")]
    [InlineData("Elsewhere.Throws<MergeMissingException>(() => Merge(inputs[Left], include: [nameof(B)]));", "")]
    [InlineData("_ = A;", "FLOW0047 A")]
    public void Of_branches_that_set_different_artifacts(string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => To(Left, Right);
        [Step] public Next Left() { A = 1; return To(Join); }
        [Step] public Next Right() { B = []; return To(Join); }
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        private static int Score(F input) => input.A;
        private int Own() => A;
        """).ShouldBe(expected);

    [Fact]
    public void Branches_that_share_a_step_are_told_apart() => DataFlow.Found(
        """
        [Step] public Next Start() => To(Left, Right);
        [Step] public Next Left() { A = 1; return To(Shared); }
        [Step] public Next Right() { B = []; return To(Shared); }
        [Step] public Next Shared() => To(Join);
        [Step] public void Join(Inputs<F> inputs) { Merge(inputs); _ = A + B.Count + inputs[Left].A; _ = inputs[Left].B; }
        """).ShouldBe("FLOW0041 inputs[Left].B");

    [Fact]
    public void A_gang_is_a_foreach() => DataFlow.Found(
        """
        [Step] public Next Start() => InParallel(2, Work);
        [Step] public Next Work(Gang gang) { A = gang.Index; return To(Join); }
        [Step] public Next Join(Inputs<F> inputs) { _ = inputs.Sum(i => i.A); return To(End); }
        [Step] public void End() => _ = A;
        """).ShouldBe("FLOW0040 A");

    [Fact]
    public void Splits_between_which_a_conditional_chooses_intersect_at_their_join() => DataFlow.Found(
        """
        [Step] public Next Start() => P ? ForEach([1], Each) : To(Left, Right);
        [Step] public Next Each(int item) { A = item; B = []; return To(Join); }
        [Step] public Next Left() { A = 1; return To(Join); }
        [Step] public Next Right() => To(Join);
        [Step] public void Join(Inputs<F> inputs) { Merge(inputs); _ = A; _ = B; _ = inputs[Left].A; }
        """).ShouldBe("FLOW0038 B");

    [Fact]
    public void What_an_inner_join_leaves_behind_the_outer_does_not_have() => DataFlow.Found(
        """
        [Step] public Next Start() { A = 1; return To(Left, Right); }
        [Step] public Next Left() => ForEach([1], Inner);
        [Step] public Next Inner(int item) => To(Gather);
        [Step] public Next Gather(Inputs<F> inputs) => To(Join);
        [Step] public Next Right() => To(Join);
        [Step] public void Join(Inputs<F> inputs) { _ = inputs[Right].A; _ = inputs[Left].A; Merge(inputs); _ = A; }
        """).ShouldBe("FLOW0041 inputs[Left].A");

    [Fact]
    public void Arms_within_a_branch_intersect() => DataFlow
        .Compile(
            """
            [Step] public Next Start() => To(Left, Right);
            [Step] public Next Left() => P ? To(Set) : To(Join);
            [Step] public Next Set() { A = 1; return To(Join); }
            [Step] public Next Right() => To(Join);
            [Step] public Next Join(Inputs<F> inputs) { Merge(inputs); return To(End); }
            [Step] public void End() => _ = A;
            """)
        .Messages("FLOW0038")
        .ShouldBe(["Step 'End' reads 'A', which is not set on the way Start → Left → Join → End. Set it in a step of that way, or give it a nullable type."]);

    [Fact]
    public void Messages_say_what_to_do() => new[]
    {
        Message("FLOW0047", "_ = A;", ""),
        Message("FLOW0047", "_ = B;", ""),
        Message("FLOW0040", "", "_ = A;"),
    }.ShouldBe(
    [
        "Step 'Join' reads 'A', but a join starts without artifacts. Inputs may differ in 'A', which 'Fit' and 'Tune' set: read it from an input, or choose one with Merge(input) first.",
        "Step 'Join' reads 'B', but a join starts without artifacts. Carry 'B' over with Merge first.",
        "Step 'End' reads 'A', which the join 'Join' has neither set nor merged, on the way Start → Fit → Join → End. Set it in 'Join', or carry it over there with Merge.",
    ]);

    [Theory]
    [InlineData("[Step] public void Only() => Merge(new F());", "Merge(new F())")]
    [InlineData("[Step] public void Only() => Take(); private void Take() => Merge(new F());", "Take()")]
    public void Merge_outside_a_join(string steps, string place) => DataFlow.Found(steps).ShouldBe($"FLOW0046 {place}");

    private static string Message(string id, string join, string end) => DataFlow
        .Compile(
            $$"""
            [Step] public Next Start() { B = []; return To(Fit, Tune); }
            [Step] public Next Fit() { A = 1; return To(Join); }
            [Step] public Next Tune() { A = 2; return To(Join); }
            [Step] public Next Join(Inputs<F> inputs) { {{join}} return To(End); }
            [Step] public void End() { {{end}} }
            """)
        .Messages(id).ShouldHaveSingleItem();
}
