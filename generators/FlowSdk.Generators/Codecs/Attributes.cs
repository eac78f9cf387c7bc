using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Finds attributes by their names: those of other serializers are recognised without a reference to them.</summary>
internal static class Attributes
{
    private static readonly HashSet<string> _ignoring =
    [
        "MessagePack.IgnoreMemberAttribute",
        "System.NonSerializedAttribute",
        "System.Runtime.Serialization.IgnoreDataMemberAttribute",
        "System.Text.Json.Serialization.JsonIgnoreAttribute",
    ];

    private static readonly HashSet<string> _constructor =
    [
        "MessagePack.SerializationConstructorAttribute",
        "System.Text.Json.Serialization.JsonConstructorAttribute",
    ];

    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && TypeNames.Metadata(type) == name);

    /// <summary>Whether a member is marked as one that is not persisted.</summary>
    public static bool IsIgnored(ISymbol member) => HasOne(member, _ignoring);

    /// <summary>Whether a constructor is marked as the one to use.</summary>
    public static bool IsChosen(IMethodSymbol constructor) => HasOne(constructor, _constructor);

    private static bool HasOne(ISymbol symbol, HashSet<string> names) =>
        symbol.GetAttributes().Any(a => a.AttributeClass is { } type && names.Contains(TypeNames.Metadata(type)));
}
