namespace FlowSdk.Serialization;

/// <summary>Bytes are not what was expected. Where they stand in the whole is known to who decodes the whole.</summary>
internal sealed class DecodingException(string id, string problem, long offset, Exception? innerException = null) : FlowException(id, problem, innerException)
{
    /// <summary>Where the value begins that is wrong, in bytes.</summary>
    public long Offset { get; } = offset;

    /// <summary>The bytes are no value at all.</summary>
    public static DecodingException Damaged(string problem, long start) => new(FlowErrors.ArtifactDamaged, problem, start);

    /// <summary>The bytes are a value, but of another kind.</summary>
    public static DecodingException Mismatch(string expected, string found, long start) =>
        new(FlowErrors.ArtifactTypeMismatch, $"expected {expected}, found {found}", start);

    /// <summary>The bytes are a value, but of another kind.</summary>
    public static DecodingException Unexpected(string expected, byte code, long start) =>
        Mismatch(expected, MessagePackCodes.Describe(code), start);
}
