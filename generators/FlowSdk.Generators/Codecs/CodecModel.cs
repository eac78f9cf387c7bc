namespace FlowSdk.Generators.Codecs;

/// <summary>How one type is persisted.</summary>
/// <param name="Type">The type, fully qualified, without nullable marks and tuple names.</param>
internal abstract record CodecModel(string Type)
{
    /// <summary>Whether values cannot be changed in place, all that they refer to included.</summary>
    public bool IsImmutable { get; init; }
}
