using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Recognises that what a member holds is changed, while the member goes on to hold it: a list that is added to, an array of which an element is set.</summary>
internal static class InPlaceChange
{
    private static readonly HashSet<string> _lists =
        ["List`1", "Queue`1", "Stack`1", "LinkedList`1", "Collection`1", "ObservableCollection`1", "ConcurrentBag`1", "ConcurrentQueue`1", "ConcurrentStack`1"];

    private static readonly HashSet<string> _others =
    [
        "Dictionary`2", "SortedDictionary`2", "SortedList`2", "OrderedDictionary`2", "ConcurrentDictionary`2", "HashSet`1", "SortedSet`1", "PriorityQueue`2",
        "ICollection`1", "IList`1", "ISet`1", "IDictionary`2",
    ];

    private static readonly HashSet<string> _changes =
    [
        "Add", "AddRange", "AddFirst", "AddLast", "Insert", "InsertRange", "Enqueue", "EnqueueRange", "Push", "PushRange",
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveWhere", "RemoveFirst", "RemoveLast", "Clear", "Dequeue", "TryDequeue", "Pop", "TryPop", "TryTake",
        "TryAdd", "TryUpdate", "TryRemove", "GetOrAdd", "AddOrUpdate", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith",
    ];

    /// <summary>Whether a list, queue or stack is changed by a method of its own.</summary>
    public static bool OfList(IMemberReferenceOperation reference) => Call(reference) is { } method && _lists.Contains(method.ContainingType.MetadataName);

    /// <summary>Whether a collection of any kind is changed, by a method of its own or by its index.</summary>
    public static bool OfAny(IMemberReferenceOperation reference) =>
        (Call(reference) is { } method && (_lists.Contains(method.ContainingType.MetadataName) || _others.Contains(method.ContainingType.MetadataName))) || IsIndexed(reference);

    /// <summary>The method by which a collection is changed; null if it is not.</summary>
    private static IMethodSymbol? Call(IMemberReferenceOperation reference)
    {
        var call = reference.Parent switch
        {
            IInvocationOperation direct when direct.Instance == reference => direct,
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } perhaps } access when access.Operation == reference => perhaps,
            _ => null,
        };
        return call is { TargetMethod: var method } && _changes.Contains(method.Name) && IsCollection(method.ContainingType) ? method : null;
    }

    private static bool IsIndexed(IMemberReferenceOperation reference) => reference.Parent switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference == reference && OperationUse.IsWritten(element),
        IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: var type } } element =>
            element.Instance == reference && IsCollection(type) && OperationUse.IsWritten(element),
        _ => false,
    };

    private static bool IsCollection(ITypeSymbol type) => type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);
}
