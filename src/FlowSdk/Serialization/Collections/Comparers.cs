using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The comparers that are recorded with a collection. All compare texts; the default of a type needs no record.</summary>
internal static class Comparers
{
    private static readonly (string Name, StringComparer Comparer)[] _known =
    [
        ("Ordinal", StringComparer.Ordinal),
        ("OrdinalIgnoreCase", StringComparer.OrdinalIgnoreCase),
        ("InvariantCulture", StringComparer.InvariantCulture),
        ("InvariantCultureIgnoreCase", StringComparer.InvariantCultureIgnoreCase),
    ];

    /// <summary>The name of a comparer; null for the default one.</summary>
    /// <exception cref="EncodingException">It is neither.</exception>
    public static string? NameOf<T>(object? comparer)
    {
        if (comparer is null || ReferenceEquals(comparer, EqualityComparer<T>.Default) || ReferenceEquals(comparer, Comparer<T>.Default))
        {
            return null;
        }

        foreach (var (name, known) in _known)
        {
            if (known.Equals(comparer))
            {
                return name;
            }
        }

        throw new EncodingException(
            FlowErrors.ArtifactNotPersistable,
            $"a collection uses the comparer {comparer.GetType()}, which cannot be stored. Use the default, or one of StringComparer's Ordinal, OrdinalIgnoreCase, InvariantCulture or InvariantCultureIgnoreCase");
    }

    public static void Write(ref MessagePackWriter writer, string name) => writer.WriteString(name);

    public static StringComparer Read<T>(ref MessagePackReader reader)
    {
        var start = reader.Position;
        var name = reader.ReadText();
        var index = Array.FindIndex(_known, k => k.Name == name);
        return typeof(T) == typeof(string) && index >= 0 ? _known[index].Comparer : throw DecodingException.Damaged($"there is no comparer \"{name}\" for {typeof(T)}", start);
    }
}
