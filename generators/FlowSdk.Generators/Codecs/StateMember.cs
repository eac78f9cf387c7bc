using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>A piece of an object's state: a property, a field, or a property with the field behind it.</summary>
/// <param name="Property">The property; null for a field.</param>
/// <param name="Field">The field, if it is known.</param>
internal sealed record StateMember(IPropertySymbol? Property, IFieldSymbol? Field)
{
    public ISymbol Symbol => (ISymbol?)Property ?? Field!;

    public ITypeSymbol Type => Property?.Type ?? Field!.Type;

    public string Name => Symbol.Name;

    /// <summary>Whether only a constructor is meant to set it.</summary>
    public bool IsReadOnly => Property is { } property ? property.SetMethod is null : Field!.IsReadOnly;

    /// <summary>Whether it can change after the object was made.</summary>
    public bool IsMutable => Property is { } property ? property.SetMethod is { IsInitOnly: false } : !Field!.IsReadOnly;

    public bool IsRequired => Property is { IsRequired: true } or null && (Property is not null || Field!.IsRequired);

    /// <summary>Whether a constructor's parameter of that name is this member.</summary>
    public bool Matches(IParameterSymbol parameter) =>
        (Same(Name, parameter.Name) || (Field is not null && Same(Trim(Field.Name), parameter.Name)))
        && SymbolEqualityComparer.Default.Equals(Type, parameter.Type);

    /// <summary>The name of a field without the marks of one.</summary>
    public static string Trim(string name)
    {
        var start = name.StartsWith("m_", StringComparison.Ordinal) || name.StartsWith("s_", StringComparison.Ordinal) ? 2 : 0;
        return name.Substring(start).TrimStart('_');
    }

    public static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
