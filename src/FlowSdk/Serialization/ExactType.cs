namespace FlowSdk.Serialization;

/// <summary>Refuses what a codec would lose: a derived class has members that the codec does not know.</summary>
internal static class ExactType
{
    public static void Check<T>(T value)
        where T : class
    {
        if (value.GetType() != typeof(T))
        {
            throw Other(typeof(T), value);
        }
    }

    public static EncodingException Other(Type expected, object value) => new(
        FlowErrors.ArtifactTypeMismatch,
        $"there is a {value.GetType()} where a {expected} is declared, and what it adds would be lost. Declare its type, or list it in an [ArtifactUnion] on {expected.Name}");
}
