using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class BaseFlowTests
{
    private const string Bases = """
        public abstract partial class Root : Flow
        {
            [Parameter] public required string Input { get; init; }
            [Artifact] public partial int FromRoot { get; set; }
            [Step] public virtual Next Start() { FromRoot = Input.Length; return ForEach([1, 2], Body); }
            [Step] public abstract Next Body(int item);
            [Step] public Next Join(Inputs<Root> inputs) => To(End);
            [Step] protected virtual void End() { }
        }

        public abstract partial class Middle : Root
        {
            [Parameter] public int Depth { get; init; } = 3;
            [Artifact] protected partial string? FromMiddle { get; set; }
            protected override void End() => Helper();
            protected virtual void Helper() => FromMiddle = null;
        }

        """;

    [Theory]
    [InlineData("abstract class Base : Flow", "FLOW0001 Base")]
    [InlineData("abstract partial class Base<T> : Flow", "FLOW0003 Base")]
    [InlineData("file abstract partial class Base : Flow", "FLOW0004 Base")]
    public void Of_a_base_flow_that_cannot_be_written_only_its_own_mistake_is_reported(string declaration, string expected) => FlowCompiler.Compile(
        $$"""
        {{declaration}} { protected int Three => 3; }
        {{(declaration.StartsWith("file", StringComparison.Ordinal) ? "file " : "")}}partial class F : Base{{(declaration.Contains("<T>", StringComparison.Ordinal) ? "<int>" : "")}} { [Step] public void Only() => Logger.LogInformation("{Three}", Three); }
        """).Diagnostics.Where(d => !d.EndsWith("FLOW0004 F", StringComparison.Ordinal)).ShouldBe([expected]);

    [Fact]
    public void Steps_artifacts_and_parameters_are_inherited()
    {
        var definition = FlowCompiler.Compile(Bases +
            """
            public sealed partial class F : Middle
            {
                [Artifact] public partial double Own { get; set; }
                public override Next Start() => base.Start();
                public override Next Body(int item) => To(Join);
                protected override void Helper() => Own = Depth;
            }
            """).Definition("F");
        definition.Steps.Select(s => $"{s.Name}: {string.Join(", ", s.Transitions.SelectMany(t => t.Targets))}").ShouldBe(["Start: Body", "Body: Join", "Join: End", "End: "]);
        definition.Artifacts.Select(a => a.Name).ShouldBe(["FromRoot", "FromMiddle", "Own"]);
        definition.Parameters.Select(p => p.Name).ShouldBe(["Input", "Depth"]);
        definition.Sources().Select(s => $"{string.Join(",", s.Reads)} > {string.Join(",", s.Sets)}").ShouldBe(["Input > FromRoot", " > ", " > ", "Depth > Own"]);
    }

    [Fact]
    public void Two_flows_share_a_base() => FlowCompiler.Compile(Bases +
        """
        public sealed partial class F : Middle { public override Next Body(int item) => To(Join); }
        public sealed partial class G : Middle { public override Next Body(int item) => To(Extra); [Step] public Next Extra() => To(Join); }
        """).Definition("G").Steps.Select(s => s.Name).ShouldBe(["Start", "Body", "Join", "End", "Extra"]);

    [Fact]
    public void A_flow_may_derive_from_a_flow_that_can_run_itself() => FlowCompiler.Compile(
        """
        public partial class F : Flow { [Artifact] public partial int A { get; set; } [Step] public virtual Next Start() => To(End); [Step] public void End() { } }
        public sealed partial class G : F { [Artifact] public partial int B { get; set; } public override Next Start() => To(More); [Step] public Next More() => To(End); }
        """).Definition("G").Artifacts.Select(a => a.Name).ShouldBe(["A", "B"]);

    [Fact]
    public void A_wrong_graph_of_inherited_steps_is_reported_at_the_flow() => FlowCompiler.Compile(
        """
        public abstract partial class B : Flow { [Step] public Next Start() => To(End); [Step] public void End() { } }
        public sealed partial class F : B { [Step] public void Second() { } }
        """).Diagnostics.ShouldBe(["FLOW0023 Second"]);

    [Fact]
    public void A_base_of_another_assembly_is_refused()
    {
        var library = CompiledFlow.From(FlowCompiler.Create([("Base.cs", "public abstract partial class B : Flow { [Step] public Next Start() => To(End); [Step] public void End() { } }")]).WithAssemblyName("Library"));
        library.Diagnostics.ShouldBeEmpty();
        var flow = CompiledFlow.From(FlowCompiler.Create([("Flow.cs", "public sealed partial class F : B;")], references: [library.Compilation.ToMetadataReference()]));
        flow.Diagnostics.ShouldBe(["FLOW0006 F"]);
        flow.Messages("FLOW0006").ShouldBe(["Flow 'F' derives from 'B' of another assembly, whose steps cannot be seen. Move 'B' into this project."]);
    }
}
