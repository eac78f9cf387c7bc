using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>A tuple of any length, its rests spread out.</summary>
internal sealed record TupleShape(TupleCodecModel Model, IReadOnlyList<ITypeSymbol> Elements)
{
    private const int MostElements = 7;

    /// <summary>The shape of a tuple; null if the type is none.</summary>
    public static TupleShape? Of(INamedTypeSymbol type)
    {
        if (!IsTuple(type))
        {
            return null;
        }

        var elements = new List<ITypeSymbol>();
        var accesses = new List<string>();
        var creation = Spread(type, "", elements, accesses);
        return new(
            new(TypeNames.Full(type), type.IsValueType, new ValueList<string>([.. elements.Select(TypeNames.Full)]), new ValueList<string>(accesses), creation),
            elements);
    }

    private static string Spread(INamedTypeSymbol type, string prefix, List<ITypeSymbol> elements, List<string> accesses)
    {
        var arguments = new List<string>();
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (i == MostElements && type.TypeArguments[i] is INamedTypeSymbol rest && IsTuple(rest) && rest.IsValueType == type.IsValueType)
            {
                arguments.Add(Spread(rest, $"{prefix}Rest.", elements, accesses));
                continue;
            }

            arguments.Add($"m{elements.Count}");
            elements.Add(type.TypeArguments[i]);
            accesses.Add(prefix + (i == MostElements ? "Rest" : $"Item{i + 1}"));
        }

        return $"new {TypeNames.Full(type)}({string.Join(", ", arguments)})";
    }

    private static bool IsTuple(INamedTypeSymbol type) =>
        type is { Name: "ValueTuple" or "Tuple", Arity: > 0, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
