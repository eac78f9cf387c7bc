using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Compares the constant default of a parameter with the validation attributes that can be evaluated here.</summary>
internal static class DefaultRules
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>What the default breaks, as the end of a sentence; null if it breaks nothing, or if that cannot be known.</summary>
    public static string? Broken(object? value, IPropertySymbol parameter) => parameter.GetAttributes()
        .Where(a => a.AttributeConstructor is not null && a.AttributeClass?.ContainingNamespace?.ToDisplayString() == Annotations)
        .Select(a => Broken(value, a))
        .FirstOrDefault(b => b is not null);

    private static string? Broken(object? value, AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        return (attribute.AttributeClass!.Name, value) switch
        {
            ("RangeAttribute", not null) when arguments.Length == 2 && Number(value) is { } number && Number(arguments[0].Value) is { } least && Number(arguments[1].Value) is { } most =>
                Outside(number, least, most, attribute),
            ("RangeAttribute", not null) when arguments is [_, { Value: string low }, { Value: string high }] && Number(value) is { } number && Parsed(low) is { } least && Parsed(high) is { } most =>
                Outside(number, least, most, attribute),
            ("StringLengthAttribute", string text) => Length(text, Setting(attribute, "MinimumLength") as int? ?? 0, arguments[0].Value as int?),
            ("MinLengthAttribute", string text) => Length(text, arguments[0].Value as int?, null),
            ("MaxLengthAttribute", string text) when arguments.Length == 1 => Length(text, null, arguments[0].Value as int?),
            ("LengthAttribute", string text) => Length(text, arguments[0].Value as int?, arguments[1].Value as int?),
            ("RegularExpressionAttribute", string { Length: > 0 } text) when arguments is [{ Value: string pattern }] && !Matches(text, pattern) =>
                $"it does not match its [RegularExpression], {pattern}",
            ("AllowedValuesAttribute", _) when arguments is [{ Kind: TypedConstantKind.Array } allowed] =>
                allowed.Values.Any(v => v.Kind != TypedConstantKind.Array && Equals(v.Value, value)) ? null : "it is none of its [AllowedValues]",
            _ => null,
        };
    }

    // As the attribute does it: all of the text has to match. What takes long, or is no expression, is left to it.
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(50)) is { Success: true, Index: 0 } match && match.Length == text.Length;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string? Outside(double number, double minimum, double maximum, AttributeData attribute)
    {
        var isInside = (Setting(attribute, "MinimumIsExclusive") is true ? number > minimum : number >= minimum)
            && (Setting(attribute, "MaximumIsExclusive") is true ? number < maximum : number <= maximum);
        return isInside ? null : string.Format(CultureInfo.InvariantCulture, "its [Range] is {0} to {1}", minimum, maximum);
    }

    private static string? Length(string text, int? minimum, int? maximum) =>
        text.Length < (minimum ?? 0) ? $"it must have at least {minimum} characters"
        : text.Length > (maximum ?? int.MaxValue) ? $"it must have at most {maximum} characters"
        : null;

    private static double? Number(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
        ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
        : null;

    private static double? Parsed(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Setting(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;
}
