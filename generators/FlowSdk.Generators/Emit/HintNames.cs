using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;

namespace FlowSdk.Generators.Emit;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    /// <summary>The names that differ from another one in case only.</summary>
    public static string[] Ambiguous(IEnumerable<string> names) =>
        [.. names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Distinct().Count() > 1).SelectMany(g => g).Distinct()];

    /// <summary>The name of a flow's file.</summary>
    /// <param name="place">The flow.</param>
    /// <param name="ambiguous">The names that need something more to be told apart.</param>
    /// <param name="part">Which of its files, with a dot before it.</param>
    public static string Of(FlowPlace place, ValueList<string> ambiguous, string part)
    {
        var capitals = ambiguous.Contains(place.Name)
            ? "." + string.Concat(place.Name.Select((c, i) => char.IsUpper(c) ? $"_{i}" : ""))
            : "";
        return $"{place.Name}{capitals}{part}.g.cs";
    }
}
