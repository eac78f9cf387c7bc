using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Architecture.Tests;

/// <summary>The source of the library, bound to its references. What source generators add is not there; nothing here needs it.</summary>
internal static class LibrarySource
{
    public static CSharpCompilation Compile() => CSharpCompilation.Create(
        "FlowSdk",
        Repository.Files("src/FlowSdk", ".cs").Select(file => Parse(file)).Append(ImplicitUsings()),
        References.Where(reference => Path.GetFileName(reference) != "FlowSdk.dll").Select(reference => MetadataReference.CreateFromFile(reference)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static IReadOnlyList<string> References { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static SyntaxTree Parse(string file) => CSharpSyntaxTree.ParseText(Repository.Read(file), new(LanguageVersion.Preview), file);

    private static SyntaxTree ImplicitUsings() => CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        new(LanguageVersion.Preview),
        "ImplicitUsings.cs");
}
