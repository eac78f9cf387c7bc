using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace FlowSdk.Serialization;

/// <summary>Makes a standard collection from its elements, without reflection.</summary>
internal static class StandardCollection
{
    public static TCollection Create<TCollection, TElement>(TElement[] elements)
    {
        var type = typeof(TCollection);
        object? collection =
            type.IsAssignableFrom(typeof(TElement[])) ? elements
            : type.IsAssignableFrom(typeof(List<TElement>)) ? new List<TElement>(elements)
            : type.IsAssignableFrom(typeof(HashSet<TElement>)) ? new HashSet<TElement>(elements)
            : type == typeof(SortedSet<TElement>) ? new SortedSet<TElement>(elements)
            : type == typeof(Queue<TElement>) ? new Queue<TElement>(elements)
            : type == typeof(Stack<TElement>) ? new Stack<TElement>(elements)
            : type == typeof(LinkedList<TElement>) ? new LinkedList<TElement>(elements)
            : type == typeof(Collection<TElement>) ? new Collection<TElement>([.. elements])
            : type == typeof(ReadOnlyCollection<TElement>) ? new ReadOnlyCollection<TElement>(elements)
            : type == typeof(Memory<TElement>) ? new Memory<TElement>(elements)
            : type == typeof(ReadOnlyMemory<TElement>) ? new ReadOnlyMemory<TElement>(elements)
            : type.IsAssignableFrom(typeof(FrozenSet<TElement>)) ? elements.ToFrozenSet()
            : CreateImmutable<TElement>(type, elements);
        return (TCollection)(collection
            ?? throw new NotSupportedException($"A list of {typeof(TElement)} cannot be made into {type}. Use an array, a List or another standard collection."));
    }

    private static object? CreateImmutable<TElement>(Type type, TElement[] elements) =>
        type == typeof(ImmutableArray<TElement>) ? ImmutableArray.Create(elements)
        : type.IsAssignableFrom(typeof(ImmutableList<TElement>)) ? ImmutableList.Create(elements)
        : type.IsAssignableFrom(typeof(ImmutableHashSet<TElement>)) ? ImmutableHashSet.Create(elements)
        : type == typeof(ImmutableSortedSet<TElement>) ? ImmutableSortedSet.Create(elements)
        : type.IsAssignableFrom(typeof(ImmutableQueue<TElement>)) ? ImmutableQueue.Create(elements)
        : type.IsAssignableFrom(typeof(ImmutableStack<TElement>)) ? ImmutableStack.Create(elements)
        : null;
}
