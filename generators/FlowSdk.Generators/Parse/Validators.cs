using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Writes validation attributes of parameters as expressions.</summary>
/// <remarks>Some of the framework's own look types up at run time, which trimming breaks: the library has its own for these.</remarks>
internal static class Validators
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Generated = "global::FlowSdk.Generated";

    /// <summary>An expression that makes the validator; null if the attribute is none, or cannot work on a value alone.</summary>
    public static string? Create(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute is not { AttributeClass: { } validator, AttributeConstructor: not null } || !FlowNames.SelfAndBases(validator).Any(t => FlowNames.Is(t, Annotations, "ValidationAttribute")))
        {
            return null;
        }

        var arguments = attribute.ConstructorArguments;
        var own = validator.ContainingNamespace.ToDisplayString() == Annotations ? validator.Name : "";
        return own switch
        {
            "MaxLengthAttribute" when arguments.Length == 1 => With(attribute, $"{Generated}.LengthRule(0, {Literals.Write(arguments[0])})"),
            "MaxLengthAttribute" => null,
            "MinLengthAttribute" => With(attribute, $"{Generated}.LengthRule({Literals.Write(arguments[0])}, int.MaxValue)"),
            "LengthAttribute" => With(attribute, $"{Generated}.LengthRule({Literals.Write(arguments[0])}, {Literals.Write(arguments[1])})"),
            "RangeAttribute" when arguments.Length == 3 => With(attribute, $"{Generated}.RangeRule<{RangeType(arguments[0], type)}>({Literals.Write(arguments[1])}, {Literals.Write(arguments[2])})"),
            "CompareAttribute" => null,
            _ => Literals.Create(attribute),
        };
    }

    private static string RangeType(TypedConstant named, ITypeSymbol type) => FlowNames.WriteNotNull(named.Value as ITypeSymbol ?? type);

    private static string With(AttributeData attribute, string creation)
    {
        var settings = string.Join(", ", attribute.NamedArguments.Select(n => $"@{n.Key} = {Literals.Write(n.Value)}"));
        return settings.Length == 0 ? $"new {creation}" : $"new {creation} {{ {settings} }}";
    }
}
