using FlowSdk.Generated;
using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class SourcesTests
{
    [Theory]
    [InlineData("A = 1;", "", "A")]
    [InlineData("A += P;", "A,P", "A")]
    [InlineData("A++;", "A", "A")]
    [InlineData("(A, (B, _)) = (1, (null, 2));", "", "A,B")]
    [InlineData("B ??= \"x\";", "B", "B")]
    [InlineData("_ = nameof(A);", "", "")]
    [InlineData("B = $\"{A}{P}\";", "A,P", "B")]
    [InlineData("this.A = this.P;", "P", "A")]
    [InlineData("_ = new { A };", "A", "")]
    [InlineData("void Local() => A = P; Local();", "P", "A")]
    [InlineData("Action act = () => A = P; act();", "P", "A")]
    [InlineData("Helper();", "P", "A")]
    [InlineData("_ = Twice;", "A", "")]
    [InlineData("Twice = 3;", "", "A")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(Add).ToList();", "P", "")]
    [InlineData("Recurse(3);", "", "A")]
    [InlineData("Generic<int>();", "P", "")]
    [InlineData("using var x = Logger.BeginScope(\"{P}\", P);", "P", "")]
    public void Reads_and_sets_are_found(string body, string reads, string sets)
    {
        var source = Source(body);
        (string.Join(",", source.Reads), string.Join(",", source.Sets), source.IsComplete).ShouldBe((reads, sets, true));
    }

    [Theory]
    [InlineData("Merge(inputs);", "A,B")]
    [InlineData("Merge(inputs, exclude: [nameof(B)]);", "A")]
    [InlineData("Merge(inputs, include: new[] { nameof(B) });", "B")]
    [InlineData("Merge(inputs, include: Wanted);", "A,B")]
    [InlineData("Merge(inputs.MaxBy(i => i.A)!); A = 1;", "A,B")]
    [InlineData("Take(inputs);", "A")]
    public void What_Merge_carries_over_is_no_set_of_the_step(string body, string merges)
    {
        var source = FlowCompiler.Compile(
            $$"""
            public partial class F : Flow
            {
                [Artifact] public partial int A { get; set; }
                [Artifact] public partial string? B { get; set; }
                private static string[] Wanted => ["A"];
                [Step] public Next Start() { (A, B) = (1, "b"); return ForEach([1], Work); }
                [Step] public Next Work(int item) => To(Join);
                [Step] public void Join(Inputs<F> inputs) { {{body}} }
                private void Take(Inputs<F> inputs) => Merge(inputs, include: [nameof(A)]);
            }
            """).Definition("F").Sources()[2];
        string.Join(",", source.Merges).ShouldBe(merges);
        source.Sets.ShouldBe(body.EndsWith("A = 1;", StringComparison.Ordinal) ? ["A"] : []);
    }

    [Fact]
    public void A_method_called_on_an_input_reads_that_and_sets_nothing()
    {
        var source = Source("var other = Enumerable.Empty<F>().First(); other.Helper();");
        (string.Join(",", source.Reads), string.Join(",", source.Sets), source.IsComplete).ShouldBe(("P", "", true));
    }

    [Theory]
    [InlineData("_ = FlowClient.Open().Flow<F>().LatestRunAsync();")]
    [InlineData("_ = FlowClient.Open().Flow<F>().LatestRunAsync().Result.StateAsync<F>().Result.A;", "A")]
    [InlineData("_ = FlowRunner.RunAsync<F>(options: new FlowRunOptions { MaxWorkers = P });", "P")]
    public void Other_runs_of_the_flow_are_no_secret_of_the_step(string body, string reads = "")
    {
        var source = Source(body);
        (string.Join(",", source.Reads), source.IsComplete).ShouldBe((reads, true));
    }

    [Theory]
    [InlineData("_ = FlowRunner.RunAsync(this);")]
    [InlineData("Elsewhere.Use(this);")]
    [InlineData("var self = this; self.A = 1;")]
    [InlineData("Func<F> me = () => this; _ = me().A;")]
    [InlineData("List<F> all = [this];")]
    public void A_flow_that_is_handed_to_other_code_is_not_known_completely(string body) => Source(body).IsComplete.ShouldBeFalse();

    private static StepSource Source(string body) => FlowCompiler.Compile(
        $$"""
        public partial class F : Flow
        {
            [Parameter] public int P { get; init; }
            [Artifact] public partial int A { get; set; }
            [Artifact] public partial string? B { get; set; }
            public F() => A = 0;
            [Step] public void Only() { {{body}} }
            private void Helper() => A = Add(1);
            private int Add(int x) => x + P;
            private int Twice { get => A * 2; set => A = value / 2; }
            private void Recurse(int n) { if (n > 0) { Recurse(n - 1); } else { A = 1; } }
            private int Generic<T>() => P;
        }
        public static class Elsewhere { public static void Use(Flow flow) { } }
        """).Definition("F").Sources().ShouldHaveSingleItem();
}
