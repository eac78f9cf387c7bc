namespace FlowSdk.Serialization;

/// <summary>The kinds of MessagePack values.</summary>
internal enum MessagePackToken
{
    Nil,
    Boolean,
    Integer,
    Float,
    Text,
    Bytes,
    Array,
    Map,
    Extension,
    Invalid,
}
