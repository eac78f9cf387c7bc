using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Architecture.Tests;

public sealed class FolderOrderTests
{
    private static readonly string[] _order =
    [
        "Authoring", "Graph", "Serialization", "Storage", "Metadata", "Runtime", "Client", "Hosting", "CommandLine",
    ];

    // The front door: a program is handed over to the command line here, and nowhere else.
    private const string FrontDoor = "src/FlowSdk/Hosting/FlowApp.cs";

    [Fact]
    public void Every_file_of_the_library_is_in_one_of_the_folders() =>
        Repository.Files("src/FlowSdk", ".cs").Select(FolderOf).Distinct().Except(_order).ShouldBeEmpty();

    [Fact]
    public void A_folder_uses_only_itself_and_those_above_it()
    {
        var compilation = LibrarySource.Compile();

        var wrong =
            from tree in compilation.SyntaxTrees
            where tree.FilePath.StartsWith("src/FlowSdk/", StringComparison.Ordinal) && tree.FilePath != FrontDoor
            let model = compilation.GetSemanticModel(tree)
            from name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
            from file in FilesThatDeclare(model.GetSymbolInfo(name).Symbol)
            where Array.IndexOf(_order, FolderOf(file)) > Array.IndexOf(_order, FolderOf(tree.FilePath))
            select $"{tree.FilePath} uses {name.Identifier.ValueText} of {file}";

        wrong.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_namespace_of_internal_types_is_their_folder()
    {
        var wrong =
            from file in Repository.Files("src/FlowSdk", ".cs")
            let root = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot(TestContext.Current.CancellationToken)
            from space in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let name = space.Name.ToString()
            where name is not ("FlowSdk" or "FlowSdk.Generated") && !$"{name}.".StartsWith($"FlowSdk.{FolderOf(file)}.", StringComparison.Ordinal)
            select $"{file} is in {name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_tests_package_users_see_one_namespace_and_internal_types_are_in_that_of_their_folder()
    {
        const string Root = "src/FlowSdk.Testing";
        var wrong =
            from file in Repository.Files(Root, ".cs")
            let root = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot(TestContext.Current.CancellationToken)
            from space in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let folder = Path.GetDirectoryName(file[Root.Length..])!.Replace('/', '.').Replace('\\', '.').TrimEnd('.')
            where space.Name.ToString() != $"FlowSdk.Testing{folder}"
            select $"{file} is in {space.Name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Packages_refer_to_the_library_and_the_library_to_none_of_them()
    {
        var references =
            from project in Repository.Files("src", ".csproj")
            from reference in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            select $"{Path.GetFileNameWithoutExtension(project)} -> {target}";

        references.ShouldBe(["FlowSdk.Testing -> FlowSdk", "FlowSdk -> FlowSdk.Generators", "FlowSdk -> FlowSdk.CodeFixes"]);
    }

    // A partial class such as Flow is spread over folders only if one of its parts is here; a symbol that is declared above counts as above.
    private static IEnumerable<string> FilesThatDeclare(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol)
        {
            return [];
        }

        var files = symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)
            .Where(file => file.StartsWith("src/FlowSdk/", StringComparison.Ordinal)).ToArray();
        return files.Length == 0 ? [] : [files.MinBy(file => Array.IndexOf(_order, FolderOf(file)))!];
    }

    private static string FolderOf(string file) => file.Split('/')[2];
}
