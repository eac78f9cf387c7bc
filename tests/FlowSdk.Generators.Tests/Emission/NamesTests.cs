using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class NamesTests
{
    [Fact]
    public void A_flow_nested_in_classes_records_and_structs_compiles() => FlowCompiler.Compile(
        """
        namespace A.B
        {
            public partial class Outer
            {
                public partial record Middle
                {
                    internal partial record struct Inner
                    {
                        private sealed partial class Nested : Flow
                        {
                            private sealed record Secret(int X);
                            [Artifact] private partial Secret? Kept { get; set; }
                            [Step] public void Only() => Kept = null;
                        }
                    }
                }
            }
        }
        """).Files.Keys.ShouldContain("A.B.Outer+Middle+Inner+Nested.g.cs");

    [Theory]
    [InlineData("public partial class F : Flow { [Step] public void Only() { } }", "F")]
    [InlineData("namespace My.@namespace; public partial class @class : Flow { [Artifact] public partial int @int { get; set; } [Parameter] public int @out { get; init; } [Step] public Next @if() => To(@else); [Step] public void @else() { } }", "My.@namespace.@class")]
    [InlineData("namespace 実験; public partial class 流れ : Flow { [Artifact] public partial 模型 結果 { get; set; } [Step] public Next 開始() => To(終了); [Step] public void 終了() => 結果 = new(1); } public sealed record 模型(int 値);", "実験.流れ")]
    [InlineData("public partial class Definition : Flow { [Artifact] public partial int Cells { get; set; } [Artifact] public partial int CellsInfo { get; set; } [Artifact] public partial int Value { get; set; } [Parameter] public int Steps { get; init; } [Step] public void flow() { } }", "Definition")]
    [InlineData("namespace FlowSdk.System; public partial class Task : Flow { [Step] public void Only() { } }", "FlowSdk.System.Task")]
    public void A_flow_of_any_name_compiles(string source, string flow)
    {
        var definition = FlowCompiler.Compile(source).Definition(flow);
        definition.Name.ShouldBe(flow.Split('.')[^1].TrimStart('@'));
        definition.Steps.ShouldNotBeEmpty();
    }

    [Fact]
    public void Identifiers_are_plain_in_names_and_targets()
    {
        var definition = FlowCompiler.Compile("partial class F : Flow { [Artifact] public partial int @int { get; set; } [Step] public Next @if() => To(@else); [Step] public void @else() { } }").Definition("F");
        definition.Artifacts[0].Name.ShouldBe("int");
        definition.Steps[0].Name.ShouldBe("if");
        definition.Steps[0].Transitions[0].Targets.ShouldBe(["else"]);
    }

    [Fact]
    public void Flows_that_differ_in_case_only_get_files_that_differ_in_more()
    {
        var compiled = FlowCompiler.Compile(
            "partial class Ab : Flow { [Step] public void Only() { } } partial class aB : Flow { [Step] public void Only() { } } partial class Other : Flow { [Step] public void Only() { } }");
        compiled.Diagnostics.ShouldBeEmpty();
        compiled.Files.Keys.Where(k => !k.Contains("Sources") && !k.Contains("Codecs")).ShouldBe(["Ab._0.g.cs", "aB._1.g.cs", "Other.g.cs"], ignoreOrder: true);
    }

    [Fact]
    public void A_flow_in_several_parts_is_written_once() => FlowCompiler.Compile(
        """
        partial class F { [Artifact] public partial int A { get; set; } }
        partial class F : IDisposable { public void Dispose() { } }
        partial class F : Flow { [Step] public Next Start() => To(End); }
        partial class F { [Step] public void End() { } }
        """).Definition("F").Steps.Count.ShouldBe(2);

    [Fact]
    public void A_class_of_other_kind_is_left_alone()
    {
        var compiled = FlowCompiler.Compile("partial class A : List<int>; partial class Workflow; class B : Workflow;");
        compiled.Diagnostics.ShouldBeEmpty();
        compiled.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("LearningRates", "learning-rates")]
    [InlineData("URLPath", "url-path")]
    [InlineData("UseGPU", "use-gpu")]
    [InlineData("Top5", "top5")]
    [InlineData("Top5Accuracy", "top5-accuracy")]
    [InlineData("X", "x")]
    [InlineData("max_depth", "max-depth")]
    [InlineData("学習率", "学習率")]
    public void Options_are_in_kebab_case(string name, string option) => FlowCompiler
        .Compile($"partial class F : Flow {{ [Parameter] public int {name} {{ get; init; }} [Step] public void Only() {{ }} }}")
        .Definition("F").Parameters[0].Option.ShouldBe(option);
}
