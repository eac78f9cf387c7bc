namespace FlowSdk.Generators.Codecs;

/// <summary>A user's class, struct or record, member by member.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsSealed">Whether nothing can derive from it.</param>
/// <param name="IsArray">Whether it is laid out as an array by number; else as a map by name.</param>
/// <param name="Members">The members, in the order in which they are written.</param>
/// <param name="Arguments">What the constructor is given.</param>
internal sealed record ObjectCodecModel(
    string Type,
    bool IsValueType,
    bool IsSealed,
    bool IsArray,
    ValueList<MemberModel> Members,
    ValueList<ArgumentModel> Arguments) : CodecModel(Type);
