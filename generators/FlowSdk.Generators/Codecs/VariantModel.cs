namespace FlowSdk.Generators.Codecs;

/// <summary>One type of a union.</summary>
/// <param name="Name">The name that is stored.</param>
/// <param name="Type">The type.</param>
internal sealed record VariantModel(string Name, string Type);
