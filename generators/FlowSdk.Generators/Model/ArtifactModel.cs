namespace FlowSdk.Generators.Model;

/// <summary>An artifact that a flow declares.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type, fully qualified, with nullable marks and tuple names.</param>
/// <param name="TypeName">Its type as C# writes it, with namespaces.</param>
/// <param name="Modifiers">The property's modifiers, as written.</param>
/// <param name="GetModifiers">Those of the getter.</param>
/// <param name="SetModifiers">Those of the setter.</param>
/// <param name="IsNullable">Whether it reads as null when it was never set.</param>
/// <param name="IsReadOnly">Whether steps promise not to change loaded values.</param>
/// <param name="IsAddress">Whether it is a pointer or a ref struct, which nothing can hold for it: that is reported, and the property does nothing.</param>
/// <param name="CustomCodec">The user's codec on the property, fully qualified; null if there is none.</param>
internal sealed record ArtifactModel(
    string Name,
    string Type,
    string TypeName,
    string Modifiers,
    string GetModifiers,
    string SetModifiers,
    bool IsNullable,
    bool IsReadOnly,
    bool IsAddress,
    string? CustomCodec);
