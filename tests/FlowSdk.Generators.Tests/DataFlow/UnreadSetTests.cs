namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>What is set in vain is a hint.</summary>
public sealed class UnreadSetTests
{
    [Theory]
    [InlineData("Start() { A = 1; return To(Next1); } [Step] public Next Next1() { A = 2; return To(End); }", "A")]
    [InlineData("Start() { A = 1; return ForEach([1], Each); } [Step] public Next Each(int i) => To(Join); [Step] public Next Join(Inputs<F> inputs) => To(End);", "A")]
    [InlineData("Start() => ForEach([1], Each); [Step] public Next Each(int i) { A = i; return To(Join); } [Step] public Next Join(Inputs<F> inputs) { B = [.. inputs.Select(i => i.Context1)]; return To(End); } private int Context1 => 1;", "A")]
    public void What_is_overwritten_or_left_behind_unread(string steps, string place) => Hints(steps).ShouldBe([place]);

    [Theory]
    [InlineData("Start() { A = 1; return To(End); }")]
    [InlineData("Start() { A = 1; return To(Next1); } [Step] public Next Next1() { if (P) { A = 2; } return To(End); }")]
    [InlineData("Start() { A = 1; return To(Next1); } [Step] public Next Next1() { A += 2; return To(End); }")]
    [InlineData("Start() { A = 1; return To(Next1); } [Step] public Next Next1() { Elsewhere.Use(this); A = 2; return To(End); }")]
    [InlineData("Start() => ForEach([1], Each); [Step] public Next Each(int i) { A = i; return To(Join); } [Step] public Next Join(Inputs<F> inputs) { Merge(inputs[0]); return To(End); }")]
    [InlineData("Start() => ForEach([1], Each); [Step] public Next Each(int i) { A = i; return To(Join); } [Step] public Next Join(Inputs<F> inputs) { B = [.. inputs.Select(i => i.A)]; return To(End); }")]
    [InlineData("Start() { A = 1; return ForEach([1], Each); } [Step] public Next Each(int i) { A = i; return To(Join); } [Step] public Next Join(Inputs<F> inputs) { Merge(inputs); return To(End); }")]
    [InlineData("Start() { A = 0; return To(Next1); } [Step, Catch(nameof(Error))] public Next Next1() { A = 2; return To(End); }")]
    public void What_is_read_or_there_at_the_end(string steps) => Hints(steps).ShouldBeEmpty();

    private static string[] Hints(string steps)
    {
        var compiled = DataFlow.Compile($"[Step] public Next {steps} [Step] public void End() {{ }}");
        compiled.Diagnostics.ShouldBeEmpty();
        return [.. compiled.Suggestions.Where(d => d.StartsWith("FLOW0045 ", StringComparison.Ordinal)).Select(d => d["FLOW0045 ".Length..])];
    }
}
