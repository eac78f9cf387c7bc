using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>The types that the library has codecs of.</summary>
internal static class StandardTypes
{
    private static readonly HashSet<string> _scalars =
    [
        "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double", "System.Half", "System.Decimal", "System.Int128", "System.UInt128",
        "System.Char", "System.String", "System.Guid", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan",
        "System.Uri", "System.Version", "System.Numerics.BigInteger", "System.Numerics.Complex", "FlowSdk.ArtifactFile", "FlowSdk.IncludedFile",
    ];

    private static readonly HashSet<string> _raw =
    [
        "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.Single", "System.Double", "System.Half", "System.Int128", "System.UInt128", "System.Char", "System.Numerics.Complex",
    ];

    private static readonly Dictionary<string, StandardType> _generic = new()
    {
        ["System.Collections.Generic.List`1"] = new("List", HasRaw: true),
        ["System.Memory`1"] = new("Memory", HasRaw: true),
        ["System.ReadOnlyMemory`1"] = new("ReadOnlyMemory", HasRaw: true),
        ["System.Collections.Immutable.ImmutableArray`1"] = new("ImmutableArray", HasRaw: true, IsImmutable: true),
        ["System.Collections.Generic.Queue`1"] = new("Queue"),
        ["System.Collections.Generic.Stack`1"] = new("Stack"),
        ["System.Collections.Generic.LinkedList`1"] = new("LinkedList"),
        ["System.Collections.ObjectModel.Collection`1"] = new("Collection"),
        ["System.Collections.ObjectModel.ObservableCollection`1"] = new("ObservableCollection"),
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = new("ReadOnlyCollection"),
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = new("ConcurrentQueue"),
        ["System.Collections.Concurrent.ConcurrentStack`1"] = new("ConcurrentStack"),
        ["System.Collections.Immutable.ImmutableList`1"] = new("ImmutableList", IsImmutable: true),
        ["System.Collections.Immutable.ImmutableQueue`1"] = new("ImmutableQueue", IsImmutable: true),
        ["System.Collections.Immutable.ImmutableStack`1"] = new("ImmutableStack", IsImmutable: true),
        ["System.Collections.Immutable.IImmutableList`1"] = new("ImmutableListInterface", IsImmutable: true),
        ["System.Collections.Generic.IEnumerable`1"] = new("Enumerable", HasRaw: true),
        ["System.Collections.Generic.IReadOnlyCollection`1"] = new("ReadOnlyCollectionInterface", HasRaw: true),
        ["System.Collections.Generic.IReadOnlyList`1"] = new("ReadOnlyListInterface", HasRaw: true),
        ["System.Collections.Generic.ICollection`1"] = new("CollectionInterface", HasRaw: true),
        ["System.Collections.Generic.IList`1"] = new("ListInterface", HasRaw: true),
        ["System.Collections.Generic.HashSet`1"] = new("HashSet"),
        ["System.Collections.Generic.SortedSet`1"] = new("SortedSet"),
        ["System.Collections.Generic.ISet`1"] = new("SetInterface"),
        ["System.Collections.Generic.IReadOnlySet`1"] = new("ReadOnlySetInterface"),
        ["System.Collections.Immutable.ImmutableHashSet`1"] = new("ImmutableHashSet", IsImmutable: true),
        ["System.Collections.Immutable.ImmutableSortedSet`1"] = new("ImmutableSortedSet", IsImmutable: true),
        ["System.Collections.Frozen.FrozenSet`1"] = new("FrozenSet", IsImmutable: true),
        ["System.Collections.Generic.Dictionary`2"] = new("Dictionary"),
        ["System.Collections.Generic.SortedDictionary`2"] = new("SortedDictionary"),
        ["System.Collections.Generic.SortedList`2"] = new("SortedList"),
        ["System.Collections.Generic.IDictionary`2"] = new("DictionaryInterface"),
        ["System.Collections.Generic.IReadOnlyDictionary`2"] = new("ReadOnlyDictionaryInterface"),
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = new("ReadOnlyDictionary"),
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = new("ConcurrentDictionary"),
        ["System.Collections.Immutable.ImmutableDictionary`2"] = new("ImmutableDictionary", IsImmutable: true),
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = new("ImmutableSortedDictionary", IsImmutable: true),
        ["System.Collections.Frozen.FrozenDictionary`2"] = new("FrozenDictionary", IsImmutable: true),
        ["System.Collections.Generic.KeyValuePair`2"] = new("KeyValuePair", IsImmutable: true),
        ["System.Nullable`1"] = new("Nullable", IsImmutable: true),
    };

    /// <summary>Whether values have no parts, so that their codec needs no registration.</summary>
    public static bool IsScalar(INamedTypeSymbol type) => _scalars.Contains(TypeNames.Metadata(type));

    /// <summary>Whether many of them are stored as they are in memory.</summary>
    public static bool IsRaw(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: not TypeKind.Enum } named && _raw.Contains(TypeNames.Metadata(named));

    /// <summary>The collection that a type is; null if it is none.</summary>
    public static StandardType? Find(INamedTypeSymbol type) => _generic.TryGetValue(TypeNames.Metadata(type), out var found) ? found : null;
}
