using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Codecs;

/// <summary>Chooses the constructor that makes an object again.</summary>
internal static class ConstructorChoice
{
    /// <summary>
    /// The marked constructor, else the one that sets the most of what nothing else is meant to set, and of those the shortest;
    /// null if none is accessible whose parameters are all members or have defaults.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<StateMember> members, Compilation compilation, ISymbol within)
    {
        var usable = type.InstanceConstructors
            .Where(c => compilation.IsSymbolAccessibleWithin(c, within) && !IsCopy(type, c) && c.Parameters.All(p => IsKnown(p, members)))
            .ToList();
        return usable.Find(Attributes.IsChosen)
            ?? usable.OrderByDescending(c => c.Parameters.Count(p => IsSetByNothingElse(p, members))).ThenBy(c => c.Parameters.Length).FirstOrDefault();

        // The parameters of a record are how it is meant to be made.
        bool IsSetByNothingElse(IParameterSymbol parameter, IReadOnlyList<StateMember> all) =>
            all.Any(m => m.Matches(parameter) && (m.IsReadOnly || type.IsRecord));
    }

    public static ArgumentModel Argument(IParameterSymbol parameter, IReadOnlyList<StateMember> members)
    {
        var member = members.ToList().FindIndex(m => m.Matches(parameter));
        var type = TypeNames.Full(parameter.Type);
        if (!parameter.HasExplicitDefaultValue)
        {
            return new(member, parameter.NullableAnnotation == NullableAnnotation.Annotated || IsNullable(parameter.Type) ? $"default({type})" : null);
        }

        var value = parameter.ExplicitDefaultValue;
        var text = value is null ? $"default({type})" : $"({type})({Literal(value)})";
        return new(member, text);
    }

    private static bool IsKnown(IParameterSymbol parameter, IReadOnlyList<StateMember> members) =>
        parameter.RefKind is RefKind.None or RefKind.In && (parameter.HasExplicitDefaultValue || members.Any(m => m.Matches(parameter)));

    private static bool IsCopy(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.IsRecord && constructor.Parameters is [{ Type: var parameter }] && SymbolEqualityComparer.Default.Equals(parameter, type);

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static string Literal(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "d",
        float number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "f",
        decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "m",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
