namespace FlowSdk.Generators.Codecs;

/// <summary>A base type of which the concrete types are listed: a map of one type's name to the value.</summary>
/// <param name="Type">The base type.</param>
/// <param name="Variants">The concrete types.</param>
/// <param name="Plain">The codec of the base type's own values, if it is one of the concrete types.</param>
internal sealed record UnionCodecModel(string Type, ValueList<VariantModel> Variants, ObjectCodecModel? Plain) : CodecModel(Type);
