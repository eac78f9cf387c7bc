using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Takes what no foreach gives from the services of the host.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FromServicesFix() : SyntaxFix<MethodDeclarationSyntax>("FLOW0017")
{
    private protected override SyntaxEdit? Fix(MethodDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        // A value is no service.
        var item = node.ParameterList.Parameters.FirstOrDefault(p =>
            p.AttributeLists.Count == 0 && model.GetDeclaredSymbol(p, cancellation)?.Type is { IsReferenceType: true, SpecialType: SpecialType.None, Name: not ("Inputs" or "Gang") });
        return item is null ? null : SyntaxEdit.Of($"Take '{item.Identifier.ValueText}' from the services", item, parameter =>
            parameter.AddAttributeLists(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName("FromServices")))).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
