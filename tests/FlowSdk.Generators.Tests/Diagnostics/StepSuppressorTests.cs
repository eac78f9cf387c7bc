using System.Collections.Immutable;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>Advice that a step cannot follow is not given; all other advice is.</summary>
public sealed class StepSuppressorTests
{
    private const string Flow = """
        partial class F : Flow
        {
            [Step] public Next Start(CancellationToken cancellation, Gang unused) => To(End);
            [Step] public void End() { void Local() { } Local(); }
            public int Own(int given) => 1;
        }
        """;

    private const string Derived = """
        abstract partial class B : Flow { [Step] public abstract void Only(); }
        partial class F : B { public override void Only() { } }
        """;

    [Theory]
    [InlineData("CA1822")]
    [InlineData("CA1068")]
    [InlineData("IDE0060")]
    public async Task Advice_on_steps_is_silenced_and_that_on_other_methods_stays(string id) =>
        (await KeptAsync(Flow, id)).ShouldBe(["Local", "Own", "given"]);

    [Fact]
    public async Task An_override_of_a_step_is_a_step() => (await KeptAsync(Derived, "CA1822")).ShouldBeEmpty();

    [Fact]
    public async Task Other_advice_on_steps_stays() => (await KeptAsync(Derived, "CA1848")).ShouldBe(["Only", "Only"]);

    private static async Task<IEnumerable<string>> KeptAsync(string source, string id)
    {
        var compilation = FlowCompiler.Create([("Flow.cs", source)]);
        var found = await compilation
            .WithAnalyzers([new Adviser(id), new StepSuppressor()], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        found.ShouldNotBeEmpty();
        return found.Where(d => !d.IsSuppressed).Select(d => d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)).Order(StringComparer.Ordinal);
    }

    // Stands for the analyzer of the given id: has something to say of every method and every parameter.
    private sealed class Adviser(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "Advice", "Do otherwise", "Advice", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context) =>
            context.RegisterSyntaxNodeAction(Advise, SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.Parameter);

        private void Advise(SyntaxNodeAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(_rule, (context.Node switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            LocalFunctionStatementSyntax local => local.Identifier,
            ParameterSyntax parameter => parameter.Identifier,
            var other => other.GetFirstToken(),
        }).GetLocation()));
    }
}
