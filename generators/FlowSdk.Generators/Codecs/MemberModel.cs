namespace FlowSdk.Generators.Codecs;

/// <summary>A member that is persisted.</summary>
/// <param name="Identifier">Its name as C# writes it.</param>
/// <param name="Key">Its name in the data.</param>
/// <param name="Number">Its place in the data, if those are arrays.</param>
/// <param name="Type">Its type.</param>
/// <param name="Accessor">The field or setter that is reached past its accessibility; null if that is not needed.</param>
/// <param name="IsReadByAccessor">Whether the value can be read only through the accessor, which is a field then.</param>
/// <param name="Restore">How it is set.</param>
/// <param name="IsRequired">Whether the data must have it.</param>
internal sealed record MemberModel(
    string Identifier,
    string Key,
    int Number,
    string Type,
    AccessorModel? Accessor,
    bool IsReadByAccessor,
    MemberRestore Restore,
    bool IsRequired);
