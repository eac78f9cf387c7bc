namespace FlowSdk.Generators.Codecs;

/// <summary>All codecs that a flow needs, free of compiler symbols.</summary>
/// <param name="Codecs">One for each type, in the order in which they were planned.</param>
internal sealed record CodecSet(ValueList<CodecModel> Codecs);
