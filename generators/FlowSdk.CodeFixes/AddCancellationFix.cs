using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Gives a step with a timeout the token that tells it of the timeout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddCancellationFix() : AddParameterFix("FLOW0092")
{
    private protected override (string Type, string Name) Parameter(MethodDeclarationSyntax step) => ("CancellationToken", "cancellation");
}
