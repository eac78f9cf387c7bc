using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Parse;

/// <summary>Writes constants and attributes as C#.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>An expression that makes the attribute again.</summary>
    public static string Create(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Write));
        var settings = string.Join(", ", attribute.NamedArguments.Select(n => $"@{n.Key} = {Write(n.Value)}"));
        var text = $"new {FlowNames.Write(attribute.AttributeClass!)}({arguments})";
        return settings.Length == 0 ? text : $"{text} {{ {settings} }}";
    }

    /// <summary>An expression of the constant's value and type.</summary>
    public static string Write(TypedConstant constant) => constant.Kind switch
    {
        _ when constant.IsNull => constant.Type is { } type ? $"({FlowNames.Write(type)})null!" : "null!",
        TypedConstantKind.Type => $"typeof({FlowNames.WriteNotNull((ITypeSymbol)constant.Value!)})",
        TypedConstantKind.Array => $"new {FlowNames.Write(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Write))} }}",
        TypedConstantKind.Enum => $"({FlowNames.Write(constant.Type!)})({Primitive(constant.Value!)})",
        _ => Primitive(constant.Value!),
    };

    private static string Primitive(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double => Format(value) + "D",
        float => Format(value) + "F",
        uint or long or ulong or short or ushort or byte or sbyte => $"(({Keyword(value)})({Format(value)}))",
        _ => Format(value),
    };

    private static string Format(object value) => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false);

    private static string Keyword(object value) => value switch
    {
        uint => "uint",
        long => "long",
        ulong => "ulong",
        short => "short",
        ushort => "ushort",
        byte => "byte",
        _ => "sbyte",
    };
}
