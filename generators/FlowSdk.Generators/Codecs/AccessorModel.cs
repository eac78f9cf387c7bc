namespace FlowSdk.Generators.Codecs;

/// <summary>A field or setter that generated code reaches past its accessibility. The runtime finds it by its definition, so a generic type's stands in a generic class.</summary>
/// <param name="Name">The name in metadata.</param>
/// <param name="DeclaringType">The type that declares it, as its definition.</param>
/// <param name="Type">The type of the value, as the definition writes it.</param>
/// <param name="Parameters">The type parameters in angle brackets; empty if there are none.</param>
/// <param name="Arguments">The type arguments in angle brackets; empty if there are none.</param>
/// <param name="Constraints">What is demanded of the type parameters.</param>
internal sealed record AccessorModel(string Name, string DeclaringType, string Type, string Parameters, string Arguments, string Constraints);
