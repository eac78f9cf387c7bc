using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>One wrong flow for each diagnostic, and where and what it says.</summary>
public sealed class WrongFlowTests
{
    [Fact]
    public void FLOW0001_a_flow_that_is_not_partial() => Expect(
        "class F : Flow { [Step] public Next Start() => To(End); [Step] public void End() { } }",
        "FLOW0001 F");

    [Theory]
    [InlineData("=> To(Tarin);", "CS0103 Tarin")]
    [InlineData("=> DateTime.UtcNow.Year > 2000 ? To(End) : To(Tarin);", "CS0103 Tarin")]
    [InlineData("=> To();", "CS1501 To")]
    [InlineData("=> To(;", "CS")]
    [InlineData("{ return }", "CS")]
    [InlineData("=> To(() => { });", "FLOW0014")]
    [InlineData("=> Make();", "FLOW0014")]
    public void Of_a_transition_that_cannot_be_read_only_its_own_mistake_is_reported(string body, string expected)
    {
        var found = FlowCompiler.Compile($"partial class F : Flow {{ private Next Make() => {(body.Contains("Make", StringComparison.Ordinal) ? "To(End)" : "null!")}; [Step] public Next Start() {body} [Step] public Next Train() => To(End); [Step] public void End() {{ }} }}").Diagnostics;
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(d => d.StartsWith(expected, StringComparison.Ordinal) || (expected == "CS" && d.StartsWith("CS", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Span<int>", "")]
    [InlineData("int*", "unsafe ")]
    public void FLOW0008_a_type_that_nothing_can_hold_gives_no_errors_in_what_is_generated(string type, string modifier) => FlowCompiler
        .Compile($"{modifier}partial class F : Flow {{ [Artifact] public partial {type} A {{ get; set; }} [Step] public void Only() {{ }} }}")
        .Diagnostics.Where(d => !d.StartsWith("CS0227", StringComparison.Ordinal)).ShouldBe(["FLOW0008 A"]);

    [Theory]
    [InlineData("Node", "Link")]
    [InlineData("Link", "Node")]
    public void FLOW0008_is_said_of_all_types_that_hold_each_other_if_one_cannot_be_persisted(string one, string other) => FlowCompiler
        .Compile($$"""
            public class Node { public Link? Next { get; set; } public Action? Work { get; set; } }
            public class Link { public Node? Node { get; set; } }
            partial class F : Flow { [Artifact] public partial {{one}}? A { get; set; } [Artifact] public partial {{other}}? B { get; set; } [Step] public void Only() => Console.WriteLine((A, B)); }
            """)
        .Diagnostics.ShouldBe(["FLOW0008 A", "FLOW0008 B"]);

    [Theory]
    [InlineData("")]
    [InlineData("#pragma warning disable CS8604")]
    public void FLOW0014_is_said_where_a_warning_is_an_error(string directive)
    {
        var compilation = FlowCompiler.Create([("Flow.cs", $$"""
            {{directive}}
            partial class F : Flow { [Step] public Next Start() { Func<Next>? next = null; return To(next); } [Step] public void End() { } }
            """)]);
        CompiledFlow.From(compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error))).Diagnostics.ShouldContain("FLOW0014 next");
    }

    [Fact]
    public void FLOW0001_is_seen_beside_the_compilers_own_error()
    {
        var compiled = FlowCompiler.Compile("class F : Flow { [Artifact] public partial int A { get; set; } [Step] public void Only() { } }");
        compiled.Diagnostics.ShouldContain("FLOW0001 F");
        compiled.Diagnostics.ShouldContain("CS0751 A");
    }

    [Fact]
    public void FLOW0002_a_containing_type_that_is_not_partial() => Expect(
        "class Outer { partial class F : Flow { [Step] public void Only() { } } }",
        "FLOW0002 Outer");

    [Fact]
    public void FLOW0003_a_generic_flow() => Expect(
        "partial class F<T> : Flow { [Step] public void Only() { } }",
        "FLOW0003 F");

    [Fact]
    public void FLOW0004_a_file_local_flow() => Expect(
        "file partial class F : Flow { [Step] public void Only() { } }",
        "FLOW0004 F");

    [Theory]
    [InlineData("public int A { get; set; }")]
    [InlineData("public static int A { get; set; }")]
    public void FLOW0005_an_artifact_that_is_not_a_partial_property(string property) => Expect(
        $"partial class F : Flow {{ [Artifact] {property} [Step] public void Only() {{ }} }}",
        "FLOW0005 A");

    [Fact]
    public void FLOW0005_an_artifact_without_setter() => FlowCompiler
        .Compile("partial class F : Flow { [Artifact] public partial int A { get; } [Step] public void Only() { } }")
        .Diagnostics.ShouldContain("FLOW0005 A");

    [Theory]
    [InlineData("int Merge { get; }")]
    [InlineData("void Context() { }")]
    [InlineData("int Logger;")]
    [InlineData("class ForEach;")]
    public void FLOW0007_a_member_named_like_one_of_Flow(string member)
    {
        var compiled = FlowCompiler.Compile($"partial class F : Flow {{ {member} [Step] public void Only() {{ }} }}");
        compiled.Diagnostics.ShouldContain(d => d.StartsWith("FLOW0007", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Artifact] public new partial int A { get; set; }", "FLOW0007 A")]
    [InlineData("[Parameter] public new int P { get; init; }", "FLOW0007 P")]
    [InlineData("private new int P;", "FLOW0007 P")]
    [InlineData("public override partial int V { get; set; }", null)]
    public void FLOW0007_a_member_that_hides_what_a_base_flow_keeps(string member, string? expected) => FlowCompiler.Compile(
        $$"""
        public abstract partial class Base : Flow
        {
            [Parameter] public int P { get; init; }
            [Artifact] public partial int A { get; set; }
            [Artifact] public virtual partial int V { get; set; }
            [Step] public void Only() { }
        }
        public sealed partial class F : Base { {{member.Replace("override partial int V", "override int V", StringComparison.Ordinal)}} }
        """).Diagnostics.Where(d => d.StartsWith("FLOW", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void FLOW0009_a_parameter_that_cannot_be_set() => Expect(
        "partial class F : Flow { [Parameter] public int P { get; } [Step] public void Only() { } }",
        "FLOW0009 P");

    [Fact]
    public void FLOW0009_a_parameter_of_a_base_whose_init_is_private() => Expect(
        """
        abstract partial class B : Flow { [Parameter] public int P { get; private init; } }
        partial class F : B { [Step] public void Only() { } }
        """,
        "FLOW0009 P");

    [Theory]
    [InlineData("int Only() => 1;")]
    [InlineData("Task<int> Only() => Task.FromResult(1);")]
    [InlineData("async void Only() => await Task.Yield();")]
    [InlineData("IEnumerable<Next> Only() => [];")]
    public void FLOW0011_a_step_that_returns_something_else(string step) => Expect(
        $"partial class F : Flow {{ [Step] public {step} }}",
        "FLOW0011 Only");

    [Theory]
    [InlineData("static void Only() { }", "Only")]
    [InlineData("void Only<T>() { }", "Only")]
    [InlineData("void Only(ref int x) { }", "x")]
    [InlineData("void Only(int x = 1) { }", "x")]
    [InlineData("void Only(params int[] x) { }", "x")]
    [InlineData("void Only(ReadOnlySpan<int> x) { }", "x")]
    [InlineData("void Only(int x, string y) { }", "y")]
    [InlineData("void Only(Gang x, Gang y) { }", "y")]
    public void FLOW0012_a_step_that_nothing_can_call(string step, string place) => Expect(
        $"partial class F : Flow {{ [Step] public {step} }}",
        $"FLOW0012 {place}");

    [Fact]
    public void FLOW0012_a_step_that_is_private_in_a_base() => FlowCompiler.Compile(
        """
        abstract partial class B : Flow { [Step] private Next Start() => To(End); [Step] public void End() { } }
        partial class F : B;
        """).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void FLOW0012_the_inputs_of_another_flow() => Expect(
        """
        partial class Other : Flow { [Step] public void Only() { } }
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach([1], Body);
            [Step] public Next Body(int item) => To(Join);
            [Step] public void Join(Inputs<Other> inputs) { }
        }
        """,
        "FLOW0012 inputs");

    [Fact]
    public void FLOW0013_two_methods_of_a_steps_name() => FlowCompiler
        .Compile("partial class F : Flow { [Step] public Next Start() => To(End); [Step] public void End() { } public void Start(int x) { } }")
        .Diagnostics.ShouldBe(["FLOW0013 Start"]);

    [Theory]
    [InlineData("Next Helper() => To(End);", "To")]
    [InlineData("Next Helper => To(End);", "To")]
    [InlineData("Next Helper() => ForEach<int>([1], Body);", "ForEach<int>")]
    [InlineData("Func<Delegate, string, Next> Helper() => To;", "To")]
    public void FLOW0014_a_transition_outside_a_step(string member, string place) => Expect(
        $$"""
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach([1], Body);
            [Step] public Next Body(int item) => To(Join);
            [Step] public Next Join(Inputs<F> inputs) => To(End);
            [Step] public void End() { }
            {{member}}
        }
        """,
        $"FLOW0014 {place}");

    [Theory]
    [InlineData("Func<Next> f = () => To(End); return f();", "To")]
    [InlineData("return Local(); Next Local() => To(End);", "To")]
    [InlineData("return To(other.End);", "other.End")]
    [InlineData("return To(End, \"End\");", "\"End\"")]
    [InlineData("Delegate d = End; return To(d);", "d")]
    [InlineData("return To(() => { });", "() => { }")]
    public void FLOW0014_a_transition_that_is_not_literal(string body, string place) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            private F? other = null;
            [Step] public Next Start() { {{body}} }
            [Step] public void End() { }
        }
        """).Diagnostics.Where(d => d.StartsWith("FLOW0014", StringComparison.Ordinal)).ShouldBe([$"FLOW0014 {place}"]);

    [Fact]
    public void FLOW0015_a_target_that_is_no_step() => Expect(
        "partial class F : Flow { [Step] public Next Start() => To(Typo); [Step] public void End() { } private void Typo() { } }",
        "FLOW0015 Typo");

    [Theory]
    [InlineData("new[] { 1, 2 }", "long item")]
    [InlineData("new[] { 1, 2 }", "object item")]
    [InlineData("new object[0]", "string item")]
    [InlineData("new[] { 1, 2 }", "")]
    [InlineData("new[] { 1, 2 }", "CancellationToken cancellation")]
    public void FLOW0016_the_body_of_a_foreach_that_does_not_take_its_items(string items, string parameter) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach({{items}}, Body);
            [Step] public Next Body({{parameter}}) => To(Join);
            [Step] public void Join(Inputs<F> inputs) { }
        }
        """).Diagnostics.ShouldContain("FLOW0016 Body");

    [Theory]
    [InlineData("InParallel(0, Work)", "FLOW0018 0")]
    [InlineData("InParallel(body: Work, count: -1)", "FLOW0018 -1")]
    [InlineData("InParallel(None, Work)", "FLOW0018 None")]
    [InlineData("InParallel(1, Work)", null)]
    [InlineData("InParallel(Environment.ProcessorCount - 1, Work)", null)]
    public void FLOW0018_a_gang_of_nobody(string split, string? expected) => FlowCompiler.Compile(
        $$"""
        public partial class F : Flow
        {
            private const int None = 1 - 1;
            [Step] public Next Start() => {{split}};
            [Step] public Next Work(Gang gang) => To(End);
            [Step] public void End(Inputs<F> inputs) { }
        }
        """).Diagnostics.ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void FLOW0017_an_item_that_nothing_gives() => Expect(
        "partial class F : Flow { [Step] public Next Start() => To(Body); [Step] public void Body(int item) { } }",
        "FLOW0017 Body");

    [Theory]
    [InlineData("FLOW0021 F", "")]
    [InlineData("FLOW0022 F", "[Step] public Next A() => To(B); [Step] public Next B() => Random.Shared.Next() > 0 ? To(A) : To(End); [Step] public void End() { }")]
    [InlineData("FLOW0023 Orphan", "[Step] public Next Start() => To(A); [Step] public Next A() => To(End); [Step] public Next Orphan() => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0024 F", "[Step] public Next Start() => To(A); [Step] public Next A() => To(A);")]
    [InlineData("FLOW0025 B", "[Step] public Next Start() => Random.Shared.Next() > 0 ? To(A) : To(B); [Step] public void A() { } [Step] public void B() { }")]
    [InlineData("FLOW0026 A, FLOW0026 B", "[Step] public Next Start() => To(End); [Step] public Next A() => To(B); [Step] public Next B() => Random.Shared.Next() > 0 ? To(A) : To(End); [Step] public void End() { }")]
    [InlineData("FLOW0027 A", "[Step] public Next Start() => To(A, A); [Step] public Next A() => To(Join); [Step] public void Join(Inputs<F> inputs) { }")]
    [InlineData("FLOW0028 Start", "[Step] public Next Start() => throw new NotSupportedException(); [Step] public void End() { }")]
    [InlineData("FLOW0029 A", "[Step] public Next Start() => Random.Shared.Next() > 0 ? To(A) : To(End); [Step] public Next A() => To(A); [Step] public void End() { }")]
    [InlineData("FLOW0030 ForEach([1], A)", "[Step] public Next Start() => ForEach([1], A); [Step] public Next A(int item) => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0031 Meet", "[Step] public Next Start() => To(A, B); [Step] public Next A() => To(Meet); [Step] public Next B() => To(Meet); [Step] public Next Meet() => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0032 A", "[Step] public Next Start() => To(A); [Step] public void A(Inputs<F> inputs) { }")]
    [InlineData("FLOW0034 To(A, B)", "[Step] public Next Start() => To(A, B); [Step] public Next A() => To(J1); [Step] public Next B() => To(J2); [Step] public Next J1(Inputs<F> i) => To(End); [Step] public Next J2(Inputs<F> i) => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0030 To(A, B)", "[Step] public Next Start() => To(A, B); [Step] public Next A() => Random.Shared.Next() > 0 ? To(J) : To(End); [Step] public Next B() => To(J); [Step] public Next J(Inputs<F> i) => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0032 J", "[Step] public Next Start() => To(A, J); [Step] public Next A() => To(J); [Step] public Next J(Inputs<F> i) => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0033 J", "[Step] public Next Start() => To(A, B); [Step] public Next A() => ForEach([1], X); [Step] public Next X(int i) => To(J); [Step] public Next B() => To(J); [Step] public void J(Inputs<F> i) { }")]
    [InlineData("FLOW0035 B", "[Step] public Next Start() => Random.Shared.Next() > 0 ? To(B) : ForEach([1], A); [Step] public Next A(int i) => Random.Shared.Next() > 0 ? To(B) : To(J); [Step] public Next B() => To(End); [Step] public Next J(Inputs<F> i) => To(End); [Step] public void End() { }")]
    [InlineData("FLOW0036 A", "[Step] public Next Start() => InParallel(2, A); [Step] public Next A() => To(J); [Step] public void J(Inputs<F> i) { }")]
    [InlineData("FLOW0037 A", "[Step] public Next Start() => To(A); [Step] public void A(Gang gang) { }")]
    public void A_graph_that_breaks_a_rule_is_refused_at_the_step_or_transition(string expected, string steps)
    {
        var compiled = FlowCompiler.Compile($"partial class F : Flow {{ {steps} }}");
        string.Join(", ", compiled.Diagnostics).ShouldBe(expected);
    }

    private static void Expect(string source, params string[] diagnostics) => FlowCompiler.Compile(source).Diagnostics.ShouldBe(diagnostics);
}
