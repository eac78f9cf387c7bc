using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Gives a join its inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddInputsFix() : AddParameterFix("FLOW0031")
{
    private protected override (string Type, string Name) Parameter(MethodDeclarationSyntax step) => ($"Inputs<{step.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.ValueText}>", "inputs");
}
