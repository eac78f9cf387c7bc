using System.Reflection;
using FlowSdk.CodeFixes;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlowSdk.Generators.Tests.Fixes;

/// <summary>What a fix makes of a mistake: the code as it then stands compiles, and the mistake is gone.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public Task A_flow_is_made_partial() => FixedAsync<PartialTypeFix>(
        """
        /// <summary>Trains.</summary>
        public sealed class F : Flow
        {
            [Step] public void Only() { }
        }
        """,
        "public sealed class F",
        "public sealed partial class F");

    [Fact]
    public Task A_containing_type_is_made_partial() => FixedAsync<PartialTypeFix>(
        "class Outer { partial class F : Flow { [Step] public void Only() { } } }", "class Outer", "partial class Outer");

    [Theory]
    [InlineData("public int A { get; set; }")]
    [InlineData("public static int A { get; set; } = 3;")]
    [InlineData("public int A => 3;")]
    public Task An_artifact_is_made_partial(string property) => FixedAsync<PartialArtifactFix>(
        $$"""
        partial class F : Flow
        {
            [Artifact] {{property}}
            [Step] public void Only() { }
        }
        """,
        property,
        "public partial int A { get; set; }");

    [Fact]
    public Task A_parameter_gets_its_init() => FixedAsync<ParameterInitFix>(
        """
        partial class F : Flow
        {
            [Parameter] public int P { get; } = 3;
            [Step] public void Only() { }
        }
        """,
        "{ get; }",
        "{ get; init; }");

    [Fact]
    public Task A_target_is_marked_as_a_step() => FixedAsync<AddStepFix>(
        """
        partial class F : Flow
        {
            [Step] public Next Start() => To(Middle);

            // Does it.
            private Next Middle() => To(End);

            [Step] public void End() { }
        }
        """,
        "private Next Middle()",
        "[Step] private Next Middle()");

    [Fact]
    public Task A_join_gets_its_inputs() => FixedAsync<AddInputsFix>(
        """
        partial class F : Flow
        {
            [Step] public Next Start() => To(A, B);
            [Step] public Next A() => To(Meet);
            [Step] public Next B() => To(Meet);
            [Step] public Next Meet(CancellationToken inputs) => To(End);
            [Step] public void End() { }
        }
        """,
        "Meet(CancellationToken inputs)",
        "Meet(CancellationToken inputs, Inputs<F> inputs2)");

    [Fact]
    public Task The_body_of_a_gang_gets_its_gang() => FixedAsync<AddGangFix>(
        """
        partial class F : Flow
        {
            [Step] public Next Start() => InParallel(2, A);
            [Step] public Next A() => To(Join);
            [Step] public void Join(Inputs<F> inputs) { }
        }
        """,
        "Next A()",
        "Next A(Gang gang)");

    [Fact]
    public Task A_step_with_a_timeout_gets_a_token() => FixedAsync<AddCancellationFix>(
        """
        partial class F : Flow
        {
            [Step, Timeout(Minutes = 1)] public async Task Only() => await Task.Yield();
        }
        """,
        "Only()",
        "Only(CancellationToken cancellation)");

    [Theory]
    [InlineData("", "int item")]
    [InlineData("CancellationToken cancellation", "int item, CancellationToken cancellation")]
    [InlineData("string name, CancellationToken cancellation", "int name, CancellationToken cancellation")]
    public Task The_body_of_a_foreach_takes_its_items(string before, string after) => FixedAsync<ItemTypeFix>(
        $$"""
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach(new[] { 1 }, Body);
            [Step] public Next Body({{before}}) => To(Join);
            [Step] public void Join(Inputs<F> inputs) { }
        }
        """,
        $"Body({before})",
        $"Body({after})");

    [Fact]
    public Task A_service_is_taken_from_the_host() => FixedAsync<FromServicesFix>(
        """
        partial class F : Flow
        {
            [Step] public void Only(TimeProvider time) { }
        }
        """,
        "Only(TimeProvider time)",
        "Only([FromServices] TimeProvider time)");

    [Fact]
    public async Task An_item_that_is_a_number_is_no_service() => (await FixedCode.OfAsync(new FromServicesFix(), "partial class F : Flow { [Step] public void Only(int item) { } }")).Titles.ShouldBeEmpty();

    [Fact]
    public Task A_name_in_quotes_becomes_nameof() => FixedAsync<NameofFix>(
        """
        partial class F : Flow
        {
            [Artifact] public partial StepFailure? Error { get; set; }
            [Step, Catch("Error")] public Next Start() => To(End);
            [Step] public void End() => Logger.LogInformation("{Error}", Error);
        }
        """,
        "Catch(\"Error\")",
        "Catch(nameof(Error))");

    [Theory]
    [InlineData("_ = GetAsync().Result;", "_ = await GetAsync();")]
    [InlineData("GetAsync().Wait();", "await GetAsync();")]
    [InlineData("GetAsync().GetAwaiter().GetResult();", "await GetAsync();")]
    [InlineData("_ = GetAsync().Result.ToString();", "_ = (await GetAsync()).ToString();")]
    public Task A_blocking_wait_becomes_await(string before, string after) => FixedAsync<AwaitFix>(
        $$"""
        partial class F : Flow
        {
            private static Task<int> GetAsync() => Task.FromResult(1);
            [Step] public async Task Only() { await Task.Yield(); {{before}} }
        }
        """,
        before,
        after);

    [Theory]
    [InlineData("new HashSet<int> { 2, 1 }", "new HashSet<int> { 2, 1 }.Order()")]
    [InlineData("from i in new HashSet<int> { 2, 1 } select i + 1", "(from i in new HashSet<int> { 2, 1 } select i + 1).Order()")]
    public Task Items_are_sorted(string before, string after) => FixedAsync<OrderFix>(
        $$"""
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach({{before}}, Body);
            [Step] public Next Body(int item) => To(Join);
            [Step] public void Join(Inputs<F> inputs) { }
        }
        """,
        before,
        after);

    [Theory]
    [InlineData("public void Start() => To(End);", "public Next Start() => To(End);")]
    [InlineData("public void Start() { To(End); }", "public Next Start() { return To(End); }")]
    [InlineData("public async Task Start() { await Task.Yield(); To(End); }", "public async Task<Next> Start() { await Task.Yield(); return To(End); }")]
    public Task A_dropped_transition_is_returned(string before, string after) => FixedAsync<ReturnTransitionFix>(
        $$"""
        partial class F : Flow
        {
            [Step] {{before}}
            [Step] public void End() { }
        }
        """,
        before,
        after);

    [Fact]
    public Task A_default_that_is_never_used_is_removed() => FixedAsync<RemoveDefaultFix>(
        """
        partial class F : Flow
        {
            [Parameter] public required int P { get; init; } = 3;
            [Step] public void Only() { }
        }
        """,
        "{ get; init; } = 3;",
        "{ get; init; }");

    [Fact]
    public Task The_artifact_of_a_failure_is_declared() => FixedAsync<AddFailureArtifactFix>(
        """
        partial class F : Flow
        {
            [Step, Catch("Error")] public void Only() { }
        }
        """,
        "    [Step, Catch",
        "    [Artifact] public partial StepFailure? Error { get; set; }\n    [Step, Catch");

    [Fact]
    public Task A_split_gets_a_join() => FixedAsync<AddJoinFix>(
        """
        partial class F : Flow
        {
            [Step] public Next Start() => ForEach([1, 2], A);
            [Step] public Next A(int item) => Random.Shared.Next() > 0 ? To(B) : To(End);
            [Step] public Next B() => To(End);
            [Step] public void End() { }
        }
        """,
        """
            [Step] public Next A(int item) => Random.Shared.Next() > 0 ? To(B) : To(End);
            [Step] public Next B() => To(End);
        """,
        """
            [Step] public Next A(int item) => Random.Shared.Next() > 0 ? To(B) : To(Join);
            [Step] public Next B() => To(Join);
            [Step] public Next Join(Inputs<F> inputs) => To(End);
        """);

    [Fact]
    public Task A_branch_gets_a_join_of_a_free_name() => FixedAsync<AddJoinFix>(
        """
        partial class F : Flow
        {
            public string Join { get; } = "";
            [Step] public Next Start() => To(A, B);
            [Step] public Next A() => To(End);
            [Step] public Next B() => To(End);
            [Step] public void End() { }
        }
        """,
        """
            [Step] public Next A() => To(End);
            [Step] public Next B() => To(End);
        """,
        """
            [Step] public Next A() => To(Join2);
            [Step] public Next B() => To(Join2);
            [Step] public Next Join2(Inputs<F> inputs) => To(End);
        """);

    [Theory]
    [InlineData("{ Join(); return To(End); }", "{ Merge(inputs, include: [nameof(A)]); Join(); return To(End); }")]
    [InlineData("=> To(End);", "{ Merge(inputs, include: [nameof(A)]); return To(End); }")]
    [InlineData("{ Merge(inputs, include: [nameof(B)]); return To(End); }", "{ Merge(inputs, include: [nameof(B), nameof(A)]); return To(End); }")]
    [InlineData("{ Merge(inputs, include: []); return To(End); }", "{ Merge(inputs, include: [nameof(A)]); return To(End); }")]
    [InlineData("{ var count = A; return To(End); }", "{ Merge(inputs, include: [nameof(A)]); var count = A; return To(End); }")]
    public Task A_join_carries_an_artifact_over(string before, string after) => FixedAsync<AddMergeFix>(MergedAfter(before), before, after);

    [Fact]
    public Task A_merge_stands_on_a_line_of_its_own() => FixedAsync<AddMergeFix>(
        MergedAfter(
            """

                {
                    // Goes on.
                    return To(End);
                }
            """),
        """
                // Goes on.
        """,
        """
                Merge(inputs, include: [nameof(A)]);
                // Goes on.
        """);

    [Theory]
    [InlineData("{ Merge(inputs, exclude: [nameof(A)]); return To(End); }")]
    [InlineData("{ _ = A; Merge(inputs, include: [nameof(A)]); return To(End); }")]
    public async Task A_merge_that_the_author_chose_is_left_alone(string join)
    {
        var (titles, _) = await FixedCode.OfAsync(new AddMergeFix(), MergedAfter(join));

        titles.ShouldBeEmpty();
    }

    [Fact]
    public void Every_fix_is_exported_and_is_for_a_diagnostic_that_there_is()
    {
        var known = typeof(StepDiagnostics).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id)
            .ToHashSet();
        var fixes = typeof(NameofFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CodeFixProvider)) && !t.IsAbstract).ToArray();

        fixes.Where(f => f.GetCustomAttribute<ExportCodeFixProviderAttribute>() is null).ShouldBeEmpty();
        fixes.SelectMany(f => ((CodeFixProvider)Activator.CreateInstance(f)!).FixableDiagnosticIds).Where(id => !known.Contains(id)).ShouldBeEmpty();
    }

    private static string MergedAfter(string join) => $$"""
        partial class F : Flow
        {
            [Artifact] public partial int A { get; set; }
            [Artifact] public partial int B { get; set; }
            [Step] public Next Start() => ForEach([1, 2], Work);
            [Step] public Next Work(int item) { A = 1; B = item; return To(Meet); }
            [Step] public Next Meet(Inputs<F> inputs) {{join}}
            [Step] public void End() => Logger.LogInformation("{A}", A);
            private void Join() { }
        }
        """;

    private static async Task FixedAsync<TFix>(string source, string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var provider = new TFix();

        var (titles, code) = await FixedCode.OfAsync(provider, source);

        titles.ShouldHaveSingleItem();
        code.ShouldBe(source.Replace(before, after, StringComparison.Ordinal));
        var compiled = FlowCompiler.Compile(code);
        compiled.AllDiagnostics.Where(d => d.Severity == DiagnosticSeverity.Error || provider.FixableDiagnosticIds.Contains(d.Id)).ShouldBeEmpty();
    }
}
