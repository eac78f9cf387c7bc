using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Gives the body of a gang its place in the gang.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddGangFix() : AddParameterFix("FLOW0036")
{
    private protected override (string Type, string Name) Parameter(MethodDeclarationSyntax step) => ("Gang", "gang");
}
