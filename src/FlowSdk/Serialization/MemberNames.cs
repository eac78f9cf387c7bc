using System.ComponentModel;
using System.Text;

namespace FlowSdk.Generated;

/// <summary>The names of a type's members, or of a union's variants. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberNames
{
    private readonly string[] _names;
    private readonly byte[][] _utf8;

    /// <summary>Takes the names.</summary>
    /// <param name="names">The names, in the order of their numbers.</param>
    public MemberNames(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    /// <summary>The names in quotation marks, for messages.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _names.Length == 0 ? "nothing" : string.Join(", ", _names.Select(n => $"\"{n}\""));

    internal int Find(ReadOnlySpan<byte> name, int expected, bool ignoreCase)
    {
        if ((uint)expected < (uint)_utf8.Length && name.SequenceEqual(_utf8[expected]))
        {
            return expected;
        }

        for (var i = 0; i < _utf8.Length; i++)
        {
            if (name.SequenceEqual(_utf8[i]))
            {
                return i;
            }
        }

        return ignoreCase ? Array.FindIndex(_names, new Name(Encoding.UTF8.GetString(name)).EqualsIgnoringCase) : -1;
    }

    private sealed class Name(string text)
    {
        public bool EqualsIgnoringCase(string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
    }
}
