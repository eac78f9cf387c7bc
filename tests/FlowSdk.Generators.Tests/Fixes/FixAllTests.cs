using System.Collections.Immutable;
using FlowSdk.CodeFixes;
using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlowSdk.Generators.Tests.Fixes;

/// <summary>Where one mistake is made many times, an editor fixes all of them at once.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task All_artifacts_are_made_partial() => AllFixedAsync<PartialArtifactFix>(
        "[Artifact] public int A { get; set; } [Artifact] public int B { get; set; } [Step] public void Only() => (A, B) = (1, 2);",
        "[Artifact] public partial int A { get; set; } [Artifact] public partial int B { get; set; } [Step] public void Only() => (A, B) = (1, 2);");

    [Fact]
    public Task All_targets_are_marked_as_steps() => AllFixedAsync<AddStepFix>(
        "[Step] public Next Start() => Random.Shared.Next() > 0 ? To(A) : To(B); public Next A() => To(End); public Next B() => To(End); [Step] public void End() { }",
        "[Step] public Next Start() => Random.Shared.Next() > 0 ? To(A) : To(B); [Step] public Next A() => To(End); [Step] public Next B() => To(End); [Step] public void End() { }");

    [Fact]
    public Task All_names_become_nameof() => AllFixedAsync<NameofFix>(
        "[Artifact] public partial StepFailure? E { get; set; } [Artifact] public partial StepFailure? F { get; set; } [Step, Catch(\"E\")] public Next Start() => To(End); [Step, Catch(\"F\")] public void End() { }",
        "[Artifact] public partial StepFailure? E { get; set; } [Artifact] public partial StepFailure? F { get; set; } [Step, Catch(nameof(E))] public Next Start() => To(End); [Step, Catch(nameof(F))] public void End() { }");

    [Fact]
    public Task All_blocking_waits_become_await() => AllFixedAsync<AwaitFix>(
        "[Step] public async Task Only() { await Task.Yield(); Task.Delay(1).Wait(); Task.Delay(2).Wait(); }",
        "[Step] public async Task Only() { await Task.Yield(); await Task.Delay(1); await Task.Delay(2); }");

    private static async Task AllFixedAsync<TFix>(string members, string expected)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        using var workspace = new AdhocWorkspace();
        var document = FixedCode.Open(workspace, $"partial class F : Flow {{ {members} }}");
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, await FixedCode.KeyOfAsync(fix, document), fix.FixableDiagnosticIds, new Found(), TestContext.Current.CancellationToken);

        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);

        (await FixedCode.AfterAsync(action!, document.Id)).ShouldBe($"partial class F : Flow {{ {expected} }}");
    }

    /// <summary>Gives what the compiler, the generator and the analyzer say of a document.</summary>
    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await FixedCode.MistakesAsync(document);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
