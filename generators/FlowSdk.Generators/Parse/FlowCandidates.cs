using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>Tells from syntax alone which classes may be flows. It runs over every class on every edit.</summary>
internal static class FlowCandidates
{
    /// <summary>Whether a class may be a flow, or a flow that its author forgot to make partial.</summary>
    public static bool IsCandidate(SyntaxNode node)
    {
        if (node is not ClassDeclarationSyntax { BaseList.Types: [var first, ..] } type)
        {
            return false;
        }

        // A first base that looks like an interface, or a class that is not partial, needs a sign of being a flow.
        var name = SimpleName(first.Type);
        return type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? !LooksLikeInterface(name) || HasMarkedMember(type)
            : name.EndsWith("Flow", StringComparison.Ordinal) || HasMarkedMember(type);
    }

    /// <summary>Whether a part is the one for which the flow is read: the first that is a candidate.</summary>
    public static bool IsFirstPart(INamedTypeSymbol type, SyntaxNode part, CancellationToken cancellation)
    {
        if (type.DeclaringSyntaxReferences.Length == 1)
        {
            return true;
        }

        return type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).FirstOrDefault(IsCandidate) == part;
    }

    /// <summary>Whether an attribute has the name of one that makes a member a part of a flow.</summary>
    public static bool IsMark(AttributeSyntax attribute) =>
        SimpleName(attribute.Name) is "Step" or "Artifact" or "Parameter" or "StepAttribute" or "ArtifactAttribute" or "ParameterAttribute";

    private static bool HasMarkedMember(ClassDeclarationSyntax type) =>
        type.Members.Any(m => m.AttributeLists.Any(l => l.Attributes.Any(IsMark)));

    private static bool LooksLikeInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
