using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace FlowSdk.Generated;

/// <summary>The values given for parameters. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterBag
{
    private readonly Dictionary<string, object?> _values = [];

    internal IReadOnlyDictionary<string, object?> Values => _values;

    internal void Set(string name, object? value) => _values[name] = value;

    /// <summary>Finds a value.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value, if one was given.</param>
    /// <returns>Whether a value was given.</returns>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        var found = _values.TryGetValue(name, out var boxed);
        value = found ? (T)boxed! : default;
        return found;
    }
}
