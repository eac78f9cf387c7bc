using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Reads a parameter's value from the text of an option, a variable or a setting. Used by generated code.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParameterReader<T>
{
    private protected ParameterReader()
    {
    }

    /// <summary>What is expected, for messages and help: "a whole number", "numbers, separated by commas", "JSON or @file.json".</summary>
    public abstract string Expected { get; }

    /// <summary>Whether the option may stand without a value, which then means true.</summary>
    internal virtual bool IsFlag => false;

    /// <summary>Whether the text is JSON, so that a JSON string keeps its quotes when the value comes from a JSON file.</summary>
    internal virtual bool TakesJson => false;

    /// <summary>Reads a value.</summary>
    /// <param name="text">The text, as the user wrote it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is not what was expected; the message says where, as far as is known.</exception>
    public abstract T Read(string text);
}
