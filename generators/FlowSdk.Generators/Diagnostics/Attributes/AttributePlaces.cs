using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Finds where attributes and their arguments are written.</summary>
internal static class AttributePlaces
{
    public static Location Of(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.SyntaxTree.GetLocation(reference.Span) : Location.None;

    /// <summary>A named argument; the attribute if it is not found.</summary>
    public static Location Of(AttributeData attribute, string argument, CancellationToken cancellation) =>
        Arguments(attribute, cancellation).FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument)?.GetLocation() ?? Of(attribute);

    /// <summary>The first argument; the attribute if it has none.</summary>
    public static Location First(AttributeData attribute, CancellationToken cancellation) =>
        Arguments(attribute, cancellation).FirstOrDefault()?.GetLocation() ?? Of(attribute);

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: var arguments } ? arguments : default;
}
