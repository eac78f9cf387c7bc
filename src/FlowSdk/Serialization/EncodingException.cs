namespace FlowSdk.Serialization;

/// <summary>A value cannot be encoded. Where it stands in the whole is known to who encodes the whole.</summary>
internal sealed class EncodingException(string id, string problem) : FlowException(id, problem);
