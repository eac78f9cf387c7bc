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
    /// <param name="provider">Makes the fixes.</param>
    /// <param name="source">The code with the mistake.</param>
    /// <param name="id">Which of the mistakes that it fixes; null for the first.</param>
    public static async Task<(IReadOnlyList<string> Titles, string Code)> OfAsync(CodeFixProvider provider, string source, string? id = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var actions = await ActionsAsync(provider, document, id);
        return actions.Count == 0 ? ([], source) : ([.. actions.Select(a => a.Title)], await AfterAsync(actions[0], document.Id));
    }

    /// <summary>Opens a source in a project that refers to FlowSdk.</summary>
    public static Document Open(AdhocWorkspace workspace, string source)
    {
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
        return project.AddDocument("Usings.cs", FlowCompiler.Usings).Project.AddDocument("Flow.cs", source);
    }

    /// <summary>By which key an editor knows all fixes of one kind.</summary>
    public static async Task<string?> KeyOfAsync(CodeFixProvider provider, Document document) => (await ActionsAsync(provider, document, null))[0].EquivalenceKey;

    /// <summary>What is wrong in a document, with places in it.</summary>
    public static async Task<IEnumerable<Diagnostic>> MistakesAsync(Document document)
    {
        var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
        return FlowCompiler.Compile(tree!.ToString()).AllDiagnostics.Select(d => Diagnostic.Create(d.Descriptor, Location.Create(tree, d.Location.SourceSpan), d.Properties));
    }

    /// <summary>A document after a fix.</summary>
    public static async Task<string> AfterAsync(CodeAction action, DocumentId document)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider provider, Document document, string? id)
    {
        var mistake = (await MistakesAsync(document)).First(d => id is null ? provider.FixableDiagnosticIds.Contains(d.Id) : d.Id == id);
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new(document, mistake, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }
}
