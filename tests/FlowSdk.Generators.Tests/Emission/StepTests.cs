using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class StepTests
{
    [Theory]
    [InlineData("public Next Start() => To(End);")]
    [InlineData("private async Task<Next> Start() { await Task.Yield(); return To(End); }")]
    [InlineData("internal ValueTask<Next> Start() => new(To(End));")]
    [InlineData("public Task<Next> Start(CancellationToken c) => Task.FromResult(To(this.End));")]
    [InlineData("public Next Start([FromServices] IComparer<int> comparer, CancellationToken c) { var next = To((End)); return next; }")]
    [InlineData("protected Next Start() { try { return To(End); } finally { } }")]
    public void A_step_may_be_written_in_many_ways(string step) => FlowCompiler
        .Compile($"partial class F : Flow {{ [Step] {step} [Step] public void End() {{ }} }}")
        .Definition("F").Steps[0].Transitions.ShouldHaveSingleItem().Targets.ShouldBe(["End"]);

    [Theory]
    [InlineData("void End() { }")]
    [InlineData("async Task End() => await Task.Yield();")]
    [InlineData("ValueTask End() => default;")]
    public void An_end_may_be_written_in_many_ways(string end) => FlowCompiler
        .Compile($"partial class F : Flow {{ [Step] public {end} }}").Definition("F").Steps.Count.ShouldBe(1);

    [Fact]
    public void Parameters_of_a_step_come_in_any_order()
    {
        var definition = FlowCompiler.Compile(
        """
        partial class F(IComparer<int> comparer, IEqualityComparer<int>? optional, IServiceProvider services) : Flow
        {
            [Step] public Next Start() => InParallel(2, Body);
            [Step] public Next Body([FromServices] IComparer<int> own, CancellationToken c, Gang gang) => ForEach(Pairs(), Inner);
            [Step] public Next Inner(CancellationToken c, [FromServices] IComparer<string> own, (int A, string B) item) => To(Join);
            [Step] public Next Join([FromServices] IComparer<int> own, Inputs<F> inputs) => To(Outer);
            [Step] public void Outer(Inputs<Flow> inputs, CancellationToken c) => _ = (comparer, optional, services);
            private static IEnumerable<(int, string)> Pairs() => [(1, "")];
        }
        """).Definition("F");
        definition.ConstructorNeedsServices.ShouldBeTrue();
        definition.Steps.Select(s => (s.Name, s.IsJoin, s.TakesGang, s.NeedsServices)).ShouldBe(
            [("Start", false, false, false), ("Body", false, true, true), ("Inner", false, false, true), ("Join", true, false, true), ("Outer", true, false, false)]);
    }

    [Fact]
    public void Transitions_are_found_wherever_their_value_goes() => Targets(
        """
        var x = Random.Shared.Next();
        if (x == 1) return To(A);
        var later = x == 2 ? To(B) : To(C);
        if (x == 3) return later;
        return x switch { 4 => To(D), 5 => To(A), _ => To(End) };
        """).ShouldBe(["A", "B", "C", "D", "End"]);

    [Fact]
    public void A_transition_that_is_written_twice_is_one() =>
        Targets("return Random.Shared.Next() > 1 ? To(A) : Random.Shared.Next() > 1 ? To(A) : Random.Shared.Next() > 1 ? To(B) : Random.Shared.Next() > 1 ? To(C) : To(D);")
            .ShouldBe(["A", "B", "C", "D"]);

    [Fact]
    public void Sixteen_branches_are_possible()
    {
        var names = Enumerable.Range(1, 16).Select(i => $"S{i}").ToArray();
        var steps = string.Concat(names.Select(n => $"[Step] public Next {n}() => To(Join); "));
        FlowCompiler.Compile($"partial class F : Flow {{ [Step] public Next Start() => To({string.Join(", ", names)}); {steps} [Step] public void Join(Inputs<F> inputs) {{ }} }}")
            .Definition("F").Steps[0].Transitions.ShouldHaveSingleItem().Targets.ShouldBe(names);
    }

    [Theory]
    [InlineData("new List<Cat>()", "Animal")]
    [InlineData("\"text\"", "char")]
    [InlineData("new SortedDictionary<string, int>()", "KeyValuePair<string, int>")]
    [InlineData("Enumerable.Range(0, 3)", "int")]
    [InlineData("(string?[])[]", "string?")]
    [InlineData("new[] { (A: 1, B: 2) }", "(int X, int Y)")]
    public void Items_reach_the_body_by_identity_or_as_a_base(string items, string type) => FlowCompiler.Compile(
        $$"""
        [ArtifactUnion(typeof(Cat))] public abstract record Animal; public sealed record Cat(string Name) : Animal;
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach({{items}}, Body);
            [Step] public Next Body({{type}} item) => To(Join);
            [Step] public void Join(Inputs<F> inputs) { }
        }
        """).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Attributes_and_summaries_of_steps_are_kept()
    {
        var step = FlowCompiler.Compile(
            """
            partial class F : Flow
            {
                /// <summary>Does it.</summary>
                [Step, Resources(Cpu = 0.5, MemoryMb = 100, Gpu = 1, GpuType = "a\"b"), Concurrency(Max = 3)]
                [Retry(Times = 1, Backoff = Backoff.Linear, Except = [typeof(ArgumentException), typeof(KeyNotFoundException)])]
                [EnvironmentVariable("A", "1"), EnvironmentVariable("B", "x\ny")]
                public void Only() { }
            }
            """).Definition("F").Steps[0];
        step.Summary.ShouldBe("Does it.");
        (step.Resources!.Cpu, step.Resources.MemoryMb, step.Resources.GpuType).ShouldBe((0.5, 100, "a\"b"));
        step.Concurrency!.Max.ShouldBe(3);
        step.Retry!.Backoff.ShouldBe(Backoff.Linear);
        step.Retry.Except.ShouldBe([typeof(ArgumentException), typeof(KeyNotFoundException)]);
        step.EnvironmentVariables.Select(v => (v.Name, v.Value)).ShouldBe([("A", "1"), ("B", "x\ny")]);
    }

    private static IEnumerable<string> Targets(string body) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            [Step] public Next Start() { {{body}} }
            [Step] public Next A() => To(End);
            [Step] public Next B() => To(End);
            [Step] public Next C() => To(End);
            [Step] public Next D() => To(End);
            [Step] public void End() { }
        }
        """).Definition("F").Steps[0].Transitions.Select(t => t.Targets.ShouldHaveSingleItem());
}
