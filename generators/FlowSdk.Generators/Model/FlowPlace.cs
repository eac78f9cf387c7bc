using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>Where the generated parts of a flow stand.</summary>
/// <param name="Name">The flow's name with namespace and containing types, for the names of files.</param>
/// <param name="Namespace">The namespace as C# writes it; empty for the global one.</param>
/// <param name="ContainingTypes">How each containing type's part begins, from the outside in.</param>
/// <param name="Identifier">The flow's identifier as C# writes it.</param>
internal sealed record FlowPlace(string Name, string Namespace, ValueList<string> ContainingTypes, string Identifier);
