using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace FlowSdk.CodeFixes;

/// <summary>Lets the body of a foreach take the items that it is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ItemTypeFix() : SyntaxFix<ArgumentSyntax>("FLOW0016")
{
    private static readonly HashSet<string> _others = ["Inputs", "Gang", "CancellationToken"];

    private protected override SyntaxEdit? Fix(ArgumentSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.Parent?.Parent is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { TypeArguments: [{ IsAnonymousType: false } item] }
            || FlowSyntax.Method(node.Expression, model, cancellation) is not { } body)
        {
            return null;
        }

        var type = FlowSyntax.Write(item, model, body.SpanStart);
        return body.ParameterList.Parameters.FirstOrDefault(p => TakesItem(p, model, cancellation)) is { Type: { } written }
            ? SyntaxEdit.Of($"Let '{body.Identifier.ValueText}' take '{type}'", written, old => SyntaxFactory.ParseTypeName(type).WithTriviaFrom(old))
            : SyntaxEdit.Of($"Let '{body.Identifier.ValueText}' take '{type}'", body.ParameterList, list =>
                list.WithParameters(list.Parameters.Insert(0, FlowSyntax.Parameter(type, FlowSyntax.FreeName(body, "item")))).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static bool TakesItem(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(parameter, cancellation) is { } symbol
        && !_others.Contains(symbol.Type.Name)
        && symbol.GetAttributes().All(a => a.AttributeClass?.Name != "FromServicesAttribute");
}
