using FlowSdk.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Fixes;

/// <summary>Applies a fix in a workspace, as an editor does.</summary>
internal static class FixedCode
{
    /// <summary>The titles of the fixes that are offered for a mistake, and the code after the first of them.</summary>
    public static async Task<(IReadOnlyList<string> Titles, string Code)> OfAsync(CodeFixProvider provider, string source)
    {
        var diagnostic = FlowCompiler.Compile(source).AllDiagnostics.First(d => provider.FixableDiagnosticIds.Contains(d.Id));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Flows",
            "Flows",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: FlowCompiler.ParseOptions,
            metadataReferences: FlowCompiler.References,
            analyzerReferences: [new GeneratorReference()]));
        var document = project.AddDocument("Usings.cs", FlowCompiler.Usings).Project.AddDocument("Flow.cs", source);

        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        if (actions.Count == 0)
        {
            return ([], source);
        }

        var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return ([.. actions.Select(a => a.Title)], (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }
}
