namespace FlowSdk.Generators.Codecs;

/// <summary>A type whose codec the library has.</summary>
/// <param name="Type">The type.</param>
/// <param name="Factory">The expression that makes the codec.</param>
internal sealed record StandardCodecModel(string Type, string Factory) : CodecModel(Type);
