namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>What a step that catches its failure sets is there or not.</summary>
public sealed class CatchTests
{
    [Theory]
    [InlineData("_ = A;", "FLOW0042 A")]
    [InlineData("if (Error is null) { _ = A; }", "")]
    [InlineData("if (Error is not null) { return; } _ = A;", "")]
    [InlineData("if (Error != null) { return; } _ = A;", "")]
    [InlineData("if (Error is { } failure) { _ = failure.Message; return; } _ = A;", "")]
    [InlineData("_ = Error is null ? A : 0;", "")]
    [InlineData("_ = Error is null && A > 0;", "")]
    [InlineData("var ok = Error is null; if (ok) { _ = A; }", "")]
    [InlineData("switch (Error) { case null: _ = A; break; }", "")]
    [InlineData("if (Failed) { return; } _ = A;", "")]
    [InlineData("_ = Error?.Message ?? $\"{A}\";", "")]
    [InlineData("_ = Error?.Message ?? N; _ = A;", "FLOW0042 A")]
    [InlineData("_ = Error?.Message ?? N ?? $\"{A}\";", "")]
    [InlineData("if (Error is not null) { A = 0; } _ = A;", "")]
    [InlineData("if (Error is not null) { _ = A; }", "FLOW0042 A")]
    [InlineData("if (Error is not null) { N = \"failed\"; } _ = A;", "FLOW0042 A")]
    [InlineData("_ = Error;", "")]
    [InlineData("_ = Error?.Message is { } why ? why : A.ToString();", "")]
    [InlineData("if (Error?.Message is { } why) { _ = why; } else { _ = A; }", "")]
    [InlineData("if (Error?.Message is { } why) { _ = why + A; }", "FLOW0042 A")]
    [InlineData("if (Error?.Message == null) { _ = A; }", "")]
    [InlineData("if (Error?.Message.Length is > 3) { return; } _ = A;", "")]
    [InlineData("if (string.IsNullOrEmpty(Error?.Message)) { _ = A; }", "")]
    [InlineData("if (string.IsNullOrEmpty(N)) { _ = A; }", "FLOW0042 A")]
    [InlineData("_ = (Error, P) switch { (null, _) => A, _ => 0 };", "")]
    [InlineData("_ = (P, Error) switch { (true, not null) => 0, (false, { Message: \"x\" }) => 1, _ => A };", "")]
    [InlineData("_ = (Error, P) switch { (_, true) => A, _ => 0 };", "FLOW0042 A")]
    [InlineData("_ = (N, P) switch { (null, _) => A, _ => 0 };", "FLOW0042 A")]
    [InlineData("switch ((Error, P)) { case (null, true): _ = A; break; }", "")]
    [InlineData("if ((Error, 1) is (null, 1)) { _ = A; }", "")]
    [InlineData("if ((Error?.Message, P) is (null, _) or (\"none\", true)) { _ = A; }", "")]
    [InlineData("if ((Error, 1) is (_, 1)) { _ = A; }", "FLOW0042 A")]
    [InlineData("Logger.LogInformation(\"{Error}\", Error?.Message); _ = A;", "FLOW0042 A")]
    public void After_a_step_that_catches(string end, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => To(Work);
        [Step, Catch(nameof(Error))] public Next Work() { A = 1; return To(End); }
        [Step] public void End() { {{end}} }
        private bool Failed => Error is not null;
        """).ShouldBe(expected);

    [Theory]
    [InlineData("Error is null ? To(Good) : To(Bad)", "FLOW0042 A")]
    [InlineData("P ? To(Good) : To(Bad)", "FLOW0042 A, FLOW0042 A")]
    public void A_transition_under_a_test_leads_to_a_step_that_may_read(string choice, string expected) => DataFlow.Found(
        $$"""
        [Step, Catch(nameof(Error))] public Next Start() { A = 1; return To(Choose); }
        [Step] public Next Choose() => {{choice}};
        [Step] public Next Good() { _ = A; return To(End); }
        [Step] public Next Bad() { _ = A; return To(End); }
        [Step] public void End() { }
        """).ShouldBe(expected);

    [Fact]
    public void What_was_set_before_is_there_whether_it_fails_or_not() => DataFlow.Found(
        """
        [Step] public Next Start() { A = 0; return To(Work); }
        [Step, Catch(nameof(Error))] public Next Work() { A = 1; B = []; return To(End); }
        [Step] public void End() => _ = A;
        """).ShouldBe("");

    [Fact]
    public void A_test_of_another_failure_says_nothing() => DataFlow.Found(
        """
        [Artifact] public partial StepFailure? Other { get; set; }
        [Step, Catch(nameof(Error))] public Next Start() { A = 1; return To(Again); }
        [Step, Catch(nameof(Other))] public Next Again() { B = []; return To(End); }
        [Step] public void End() { if (Other is null) { _ = A; _ = B; } }
        """).ShouldBe("FLOW0042 A");

    [Theory]
    [InlineData("Merge(inputs); if (Error is null) { _ = A; }", "FLOW0048 Merge(inputs)")]
    [InlineData("if (inputs.Any(i => i.Error is { } e && e.Message.Length > 0)) { return; } _ = inputs.Sum(i => i.A);", "")]
    [InlineData("if (inputs.Any(i => i.N is null)) { return; } _ = inputs.Sum(i => i.A);", "FLOW0042 i.A")]
    [InlineData("foreach (var i in inputs) { if (i.Error is null) { _ = i.A; } }", "")]
    [InlineData("foreach (var i in inputs) { if (Error is null) { _ = i.A; } }", "FLOW0042 i.A")]
    [InlineData("if (inputs.All(i => i.Error is null)) { _ = inputs.Sum(i => i.A); }", "")]
    [InlineData("if (Error is null) { Merge(inputs); _ = A; }", "FLOW0048 Merge(inputs), FLOW0042 A")]
    [InlineData("if (Error is null) { _ = inputs.Sum(i => i.A); }", "FLOW0042 i.A")]
    public void A_join_has_a_failure_to_ask_for_once_it_has_merged_it(string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => ForEach([1, 2], Work);
        [Step, Catch(nameof(Error))] public Next Work(int item) { A = item; return To(Join); }
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        """).ShouldBe(expected);

    [Theory]
    [InlineData("Merge(inputs);", "FLOW0048 Merge(inputs)")]
    [InlineData("Merge(inputs, include: [nameof(Error)]);", "FLOW0048 Merge(inputs, include: [nameof(Error)])")]
    [InlineData("Error = null; Merge(inputs);", "")]
    [InlineData("Merge(inputs, exclude: [nameof(Error)]);", "")]
    [InlineData("Merge(inputs[0]);", "")]
    [InlineData("try { Merge(inputs); } catch (MergeConflictException) { }", "")]
    public void FLOW0048_a_merge_of_inputs_of_which_some_may_have_failed(string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => ForEach([1, 2], Work);
        [Step, Catch(nameof(Error))] public Next Work(int item) => To(Join);
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        """).ShouldBe(expected);

    [Fact]
    public void A_failure_from_before_the_split_or_that_an_inner_join_has_left_is_the_same_in_all_inputs() => DataFlow.Found(
        """
        [Artifact] public partial StepFailure? Inner { get; set; }
        [Step, Catch(nameof(Error))] public Next Start() => To(Left, Right);
        [Step] public Next Left() => ForEach([1, 2], Work);
        [Step, Catch(nameof(Inner))] public Next Work(int item) => To(Join);
        [Step] public Next Join(Inputs<F> inputs) { Merge(inputs, exclude: [nameof(Inner)]); return To(End); }
        [Step] public Next Right() => To(End);
        [Step] public void End(Inputs<F> inputs) => Merge(inputs);
        """).ShouldBe("");

    [Theory]
    [InlineData("Error", "Two")]
    [InlineData("Other", "One")]
    public void Of_two_steps_that_may_have_failed_the_one_is_named_that_was_not_asked_about(string asked, string named) => DataFlow.Compile(
        $$"""
        [Artifact] public partial StepFailure? Other { get; set; }
        [Step] public Next Start() => P ? To(One) : To(Two);
        [Step, Catch(nameof(Error))] public Next One() { A = 1; return To(End); }
        [Step, Catch(nameof(Other))] public Next Two() { A = 2; return To(End); }
        [Step] public void End() { if ({{asked}} is null) { _ = A; } }
        """).Messages("FLOW0042").ShouldHaveSingleItem().ShouldContain($"if step '{named}' has failed");

    [Fact]
    public void A_failure_that_a_later_step_overwrites_cannot_be_asked_about_any_more() => DataFlow.Found(
        """
        [Step, Catch(nameof(Error))] public Next Start() { A = 1; return To(Again); }
        [Step, Catch(nameof(Error))] public Next Again() { B = []; return To(End); }
        [Step] public void End() { if (Error is null) { _ = A; _ = B; } }
        """).ShouldBe("FLOW0042 A");

    [Fact]
    public void Where_either_of_two_steps_has_succeeded_asking_one_is_enough() => DataFlow.Found(
        """
        [Step, Catch(nameof(Error))] public Next Start() { A = 1; return To(Again); }
        [Step, Catch(nameof(Error))] public Next Again() { A = 2; return To(End); }
        [Step] public void End() { if (Error is null) { _ = A; } }
        """).ShouldBe("");

    [Theory]
    [InlineData("Merge(inputs);", "if (Error is null) { _ = A; }", "")]
    [InlineData("Merge(inputs);", "_ = A;", "FLOW0042 A")]
    [InlineData("Merge(inputs, exclude: [nameof(Error)]);", "if (Error is null) { _ = A; }", "FLOW0042 A")]
    [InlineData("Merge(inputs, include: [nameof(A)]);", "_ = A;", "FLOW0042 nameof(A)")]
    [InlineData("if (inputs[Work].Error is null) { Merge(inputs[Work], include: [nameof(A)]); } else { A = 0; }", "_ = A;", "")]
    public void After_a_join_of_branches_that_may_fail(string merge, string end, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => To(Work, Rest);
        [Step] public Next Rest() => To(Join);
        [Step, Catch(nameof(Error))] public Next Work() { A = 1; return To(Join); }
        [Step] public Next Join(Inputs<F> inputs) { {{merge}} return To(End); }
        [Step] public void End() { {{end}} }
        """).ShouldBe(expected);

    [Fact]
    public void Where_either_of_two_branches_has_succeeded_looking_at_one_failure_is_enough() => DataFlow.Found(
        """
        [Artifact] public partial StepFailure? Other { get; set; }
        [Step] public Next Start() => To(First, Second);
        [Step, Catch(nameof(Error))] public Next First() { A = 1; return To(Join); }
        [Step, Catch(nameof(Other))] public Next Second() { A = 1; return To(Join); }
        [Step] public Next Join(Inputs<F> inputs) { Merge(inputs); return To(End); }
        [Step] public void End() { if (Other is null) { _ = A; } }
        """).ShouldBe("");

    [Fact]
    public void A_join_that_catches_its_own_failure_has_forgotten_those_before() => DataFlow.Found(
        """
        [Step] public Next Start() => To(Work, Rest);
        [Step] public Next Rest() => To(Join);
        [Step, Catch(nameof(Error))] public Next Work() { A = 1; return To(Join); }
        [Step, Catch(nameof(Error))] public Next Join(Inputs<F> inputs) { Merge(inputs); return To(End); }
        [Step] public void End() { if (Error is null) { _ = A; } }
        """).ShouldBe("FLOW0042 A");

    [Theory]
    [InlineData("if (Other is null) { _ = A; }", "FLOW0042 A")]
    [InlineData("if (Error is null) { _ = A; }", "FLOW0042 A")]
    [InlineData("if (Error is null && Other is null) { _ = A; }", "")]
    public void Where_a_branch_and_its_join_may_fail_both_are_to_be_looked_at(string end, string expected) => DataFlow.Found(
        $$"""
        [Artifact] public partial StepFailure? Other { get; set; }
        [Step] public Next Start() => To(Work, Rest);
        [Step] public Next Rest() => To(Join);
        [Step, Catch(nameof(Other))] public Next Work() { A = 1; return To(Join); }
        [Step, Catch(nameof(Error))] public Next Join(Inputs<F> inputs) { Merge(inputs); return To(End); }
        [Step] public void End() { {{end}} }
        """).ShouldBe(expected);

    [Fact]
    public void The_message_of_a_merge_names_the_step_that_may_have_failed() => DataFlow
        .Compile(
            """
            [Step] public Next Start() => ForEach([1, 2], Work);
            [Step, Catch(nameof(Error))] public Next Work(int item) { A = 1; return To(Join); }
            [Step] public void Join(Inputs<F> inputs) => Merge(inputs[0], include: [nameof(A)]);
            """)
        .Messages("FLOW0042")
        .ShouldBe(["Step 'Join' merges 'A' by name, which fails if step 'Work' has failed and the run has gone on. Look at its [Catch] artifact first, or set 'A' before that step."]);

    [Theory]
    [InlineData("_ = inputs.Sum(i => i.A);", "FLOW0042 i.A")]
    [InlineData("_ = inputs.Where(i => i.Error is null).Sum(i => i.A);", "")]
    [InlineData("_ = inputs.Sum(i => i.Error is null ? i.A : 0);", "")]
    [InlineData("foreach (var i in inputs) { if (i.Error is not null) { continue; } _ = i.A; }", "")]
    [InlineData("foreach (var i in inputs) { if (i is { Error: null }) { _ = i.A; } }", "")]
    public void Items_of_a_foreach_that_may_fail(string join, string expected) => DataFlow.Found(
        $$"""
        [Step] public Next Start() => ForEach([1, 2], Work);
        [Step, Catch(nameof(Error))] public Next Work(int item) { A = item; return To(Join); }
        [Step] public void Join(Inputs<F> inputs) { {{join}} }
        """).ShouldBe(expected);

    [Fact]
    public void The_message_names_the_step_that_may_have_failed() => DataFlow
        .Compile("[Step, Catch(nameof(Error))] public Next Start() { A = 1; return To(End); } [Step] public void End() => _ = A;")
        .Messages("FLOW0042")
        .ShouldBe(["Step 'End' reads 'A', which is not set if step 'Start' has failed and the run has gone on. Look at its [Catch] artifact first, or set 'A' before that step."]);
}
