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

    // What is made of all elements of another, in their order.
    private static readonly HashSet<string> _lists = ["List`1", "LinkedList`1", "Queue`1", "Stack`1", "Collection`1", "ReadOnlyCollection`1"];

    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var call in body.Calls.Where(c => TransitionCall.IsTransition(c.TargetMethod) && c.TargetMethod.Name == "ForEach"))
        {
            if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0) is { Value: var items } && Unordered(items, body) is { } source)
            {
                inspection.Report(MistakeDiagnostics.Unordered, items.Syntax.GetLocation(), source.Syntax.ToString());
            }
        }
    }

    /// <summary>The set or dictionary that the items come from, through what keeps their order; null if there is none.</summary>
    private static IOperation? Unordered(IOperation items, MemberBody body)
    {
        var at = Declared(OperationUse.Unwrap(items), body);
        return at.Type is { } type && IsUnordered(type) ? at : Sources(at).Select(s => Unordered(s, body)).FirstOrDefault(s => s is not null);
    }

    private static IEnumerable<IOperation> Sources(IOperation items) => items switch
    {
        IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method, Arguments: [var first, ..] } when _keepsOrder.Contains(method.Name) => [first.Value],
        IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } dictionary } => [dictionary],
        IObjectCreationOperation { Type: { } list, Arguments: [var all] } when IsCollection(list) && _lists.Contains(list.MetadataName) => [all.Value],
        ICollectionExpressionOperation { Elements: var elements } => elements.OfType<ISpreadOperation>().Select(s => s.Operand),
        ITranslatedQueryOperation query => [query.Operation],
        _ => [],
    };

    /// <summary>What a variable was declared with that nothing else uses, and so nothing sorts.</summary>
    private static IOperation Declared(IOperation items, MemberBody body) =>
        items is ILocalReferenceOperation { Local: var local }
        && body.Operations.OfType<ILocalReferenceOperation>().Count(r => SymbolEqualityComparer.Default.Equals(r.Local, local)) == 1
        && body.Operations.OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))?.GetVariableInitializer() is { } value
            ? OperationUse.Unwrap(value.Value)
            : items;

    private static bool IsUnordered(ITypeSymbol type) => _unordered.Contains(type.MetadataName) && IsCollection(type);

    private static bool IsCollection(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
