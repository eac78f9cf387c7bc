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
    [InlineData("_ = inputs[2].N;", "FLOW0044 inputs[2]")]
    [InlineData("_ = inputs[-1].N;", "FLOW0044 inputs[-1]")]
    [InlineData("const int last = 2; Use(inputs[last]); static void Use(F input) { }", "FLOW0044 inputs[last]")]
    [InlineData("_ = inputs[Join].N;", "FLOW0044 inputs[Join]")]
    [InlineData("_ = inputs[Join].A;", "FLOW0044 inputs[Join]")]
    [InlineData("_ = Third(inputs);", "FLOW0044 Third(inputs)")]
    [InlineData("_ = inputs[^2].N; _ = inputs[inputs.Count - 1].N; for (var i = 0; i < 9; i++) { _ = inputs[i].N; }", "")]
    [InlineData("Elsewhere.Throws<ArgumentOutOfRangeException>(() => _ = inputs[2].N);", "")]
    [InlineData("try { _ = inputs[Join].N; } catch (FlowException) { }", "")]
    [InlineData("_ = inputs[Right] is { A: 3 };", "FLOW0041 A")]
    [InlineData("_ = inputs[Left] is { A: 3 } || inputs[0] is { N: null, A: > 4 or < 2 };", "")]
    [InlineData("_ = inputs[Right] switch { { N: null } => 1, { A: var a } => a };", "FLOW0041 A")]
    [InlineData("switch (inputs[Left]) { case { A: 1 }: break; case { B.Count: 3 }: break; }", "FLOW0041 B")]
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
        private static string? Third(Inputs<F> all) => all[2].N;
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

    [Theory]
    [InlineData("ForEach([1, 2], Work)", "int item", "_ = inputs[Work].N;", "FLOW0044 inputs[Work]")]
    [InlineData("ForEach([1, 2], Work)", "int item", "_ = inputs[-1].N;", "FLOW0044 inputs[-1]")]
    [InlineData("ForEach([1, 2], Work)", "int item", "_ = inputs[7].N;", "")]
    [InlineData("InParallel(2, Work)", "Gang gang", "_ = inputs[Work].N;", "FLOW0044 inputs[Work]")]
    [InlineData("InParallel(2, Work)", "Gang gang", "_ = inputs[7].N;", "")]
    public void How_many_items_and_members_there_are_is_known_when_it_runs(string split, string parameter, string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => {{split}};
        [Step] public Next Work({{parameter}}) => To(Join);
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        """).ShouldBe(expected);

    [Fact]
    public void Items_have_no_names() => DataFlow.Compile(
        "[Step] public Next Start() => ForEach([1, 2], Work); [Step] public Next Work(int item) => To(Join); [Step] public void Join(Inputs<F> inputs) => _ = inputs[Work].N;")
        .Messages("FLOW0044").ShouldBe(["No input of step 'Join' comes from a branch that begins with 'Work': it joins the items of a foreach over 'Work'. Index them by number."]);

    [Theory]
    [InlineData("_ = P ? inputs[One].N : inputs[Two].N;", "")]
    [InlineData("_ = inputs[2].N;", "")]
    [InlineData("_ = inputs[3].N;", "FLOW0044 inputs[3]")]
    [InlineData("_ = inputs[Start].N;", "FLOW0044 inputs[Start]")]
    public void A_join_that_closes_one_of_several_splits_may_ask_for_what_any_has(string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => P ? To(One, Two) : To(One, Two, Three);
        [Step] public Next One() => To(Join);
        [Step] public Next Two() => To(Join);
        [Step] public Next Three() => To(Join);
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        """).ShouldBe(expected);

    [Fact]
    public void What_is_asked_for_in_vain_is_said_with_what_there_is() => DataFlow.Compile(
        "[Step] public Next Start() => To(Left, Right); [Step] public Next Left() => To(Join); [Step] public Next Right() => To(Join); [Step] public void Join(Inputs<F> inputs) { _ = inputs[2].N; _ = inputs[Join].N; }")
        .Messages("FLOW0044").ShouldBe(
        [
            "Step 'Join' has no input 2: it joins 2 branches, which begin with 'Left' and 'Right'. Inputs are counted from 0.",
            "No input of step 'Join' comes from a branch that begins with 'Join': it joins 2 branches, which begin with 'Left' and 'Right'. Name the first step of a branch.",
        ]);

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
