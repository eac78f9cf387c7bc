using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>The items of a foreach come in an order that is the same in every run.</summary>
internal static class UnorderedItemsRules
{
    private static readonly HashSet<string> _unordered =
    [
        "HashSet`1", "ISet`1", "IReadOnlySet`1", "Dictionary`2", "IDictionary`2", "IReadOnlyDictionary`2",
        "ImmutableHashSet`1", "IImmutableSet`1", "ImmutableDictionary`2", "IImmutableDictionary`2", "FrozenSet`1", "FrozenDictionary`2",
        "ConcurrentDictionary`2", "ConcurrentBag`1",
    ];

    // What gives its elements in the order in which it gets them.
    private static readonly HashSet<string> _keepsOrder = ["Where", "Select", "SelectMany", "Distinct", "Cast", "OfType", "ToList", "ToArray", "AsEnumerable", "Take", "Skip", "ToImmutableArray", "ToImmutableList"];

    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls.Where(c => TransitionCall.IsTransition(c.TargetMethod) && c.TargetMethod.Name == "ForEach"))
        {
            if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0) is { Value: var items } && Source(items, body) is { Type: { } type } source && IsUnordered(type))
            {
                inspection.Report(MistakeDiagnostics.Unordered, items.Syntax.GetLocation(), source.Syntax.ToString());
            }
        }
    }

    /// <summary>Where the items come from, without what keeps their order.</summary>
    private static IOperation Source(IOperation items, MemberBody body)
    {
        var at = Declared(OperationUse.Unwrap(items), body);
        while (at is IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method, Arguments: [var first, ..] } && _keepsOrder.Contains(method.Name))
        {
            at = OperationUse.Unwrap(first.Value);
        }

        return at is IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } dictionary } ? OperationUse.Unwrap(dictionary) : at;
    }

    /// <summary>What a variable was declared with that nothing else uses, and so nothing sorts.</summary>
    private static IOperation Declared(IOperation items, MemberBody body) =>
        items is ILocalReferenceOperation { Local: var local }
        && body.Operations.OfType<ILocalReferenceOperation>().Count(r => SymbolEqualityComparer.Default.Equals(r.Local, local)) == 1
        && body.Operations.OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))?.GetVariableInitializer() is { } value
            ? OperationUse.Unwrap(value.Value)
            : items;

    private static bool IsUnordered(ITypeSymbol type) =>
        _unordered.Contains(type.MetadataName) && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
