using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Emission;

/// <summary>Codecs of what is read from past runs.</summary>
public sealed class ReadTests
{
    private const string File = "FlowSdk.Reads.g.cs";

    [Fact]
    public void A_type_that_is_read_has_a_codec_and_all_that_it_holds()
    {
        var compiled = FlowCompiler.Compile("""
            public sealed record Model(double[] Weights, Part? Part);
            public sealed record Part(string Name);
            class Reading
            {
                Task<Model> A(TaskRun task) => task.ReadAsync<Model>("Model");
                Task<Model?> Again(TaskRun task) => task.ReadAsync<Model?>("Model");
                async Task B(TaskRun? task) => await task!.ReadAsync<List<(int X, Guid Y)>>("Pairs");
                Func<string, CancellationToken, Task<DateTime[]>> Group(TaskRun task) => task.ReadAsync<DateTime[]>;
            }
            """);

        compiled.AllDiagnostics.ShouldBeEmpty();
        compiled.Files[File].Split('\n').Where(l => l.Contains(".Register(static", StringComparison.Ordinal)).Select(l => l[(l.IndexOf("Codecs<", StringComparison.Ordinal) + 7)..l.IndexOf(">.Register", StringComparison.Ordinal)])
            .ShouldBe(["double[]", "global::Model", "global::Part", "global::System.Collections.Generic.List<global::System.ValueTuple<int, global::System.Guid>>", "global::System.ValueTuple<int, global::System.Guid>", "global::System.DateTime[]"], ignoreOrder: true);
    }

    [Fact]
    public void The_codecs_are_registered_when_the_assembly_is_loaded()
    {
        var compiled = FlowCompiler.Compile("""class Reading { Task<int[]> A(TaskRun task) => task.ReadAsync<int[]>("A"); }""");

        compiled.Files[File].ShouldContain("ModuleInitializer");
    }

    [Theory]
    [InlineData("""Task<int> A(TaskRun task) => task.ReadAsync<int>("A");""")]
    [InlineData("""Task<Guid[]> A(Other other) => other.ReadAsync<Guid[]>("A");""")]
    [InlineData("")]
    public void Nothing_is_written_for_scalars_and_for_methods_of_others(string member)
    {
        var compiled = FlowCompiler.Compile($"class Other {{ public Task<T> ReadAsync<T>(string name) => throw new Exception(name); }} class Reading {{ {member} }}");

        compiled.AllDiagnostics.ShouldBeEmpty();
        compiled.Files.Keys.ShouldNotContain(File);
    }

    [Theory]
    [InlineData("Task<T> A<T>(TaskRun task) => task.ReadAsync<T>(\"A\");", "FLOW0039 T", "T is a type parameter")]
    [InlineData("Task<T[]> A<T>(TaskRun task) => task.ReadAsync<T[]>(\"A\");", "FLOW0039 T[]", "T is a type parameter")]
    [InlineData("Task<Action> A(TaskRun task) => task.ReadAsync<Action>(\"A\");", "FLOW0039 Action", "is a delegate")]
    [InlineData("record P(int X); Task A(TaskRun task) => task.ReadAsync<P>(\"A\");", "FLOW0039 P", "is not accessible outside Reading, where its codec stands. Make it internal")]
    public void FLOW0039_a_type_without_codec(string members, string diagnostic, string message)
    {
        var compiled = FlowCompiler.Compile($"class Reading {{ {members} }}");

        compiled.Diagnostics.ShouldBe([diagnostic]);
        compiled.Messages("FLOW0039").ShouldHaveSingleItem().ShouldContain(message);
        compiled.Files.Keys.ShouldNotContain(File);
    }

    [Fact]
    public void An_edit_that_reads_the_same_types_writes_nothing()
    {
        const string Source = """class Reading { Task<int[]> A(TaskRun task) => task.ReadAsync<int[]>("A"); }""";
        var compilation = FlowCompiler.Create([("Reading.cs", Source)]);
        var driver = FlowCompiler.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], FlowCompiler.Parse("Reading.cs", Source.Replace("\"A\"", "\"Other\"")));

        var run = ((CSharpGeneratorDriver)driver).RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        run.TrackedSteps["Reads"].SelectMany(s => s.Outputs).Select(o => o.Reason).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
    }
}
