using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Readers of parameters by type. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterText
{
    /// <summary>Text as it stands.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<string> String() => throw new NotImplementedException();

    /// <summary>A type that parses itself, with the invariant culture.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The reader.</returns>
    public static ParameterReader<T> Parsable<T>()
        where T : IParsable<T> => throw new NotImplementedException();
}
