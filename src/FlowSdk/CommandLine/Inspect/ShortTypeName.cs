using System.Text.RegularExpressions;

namespace FlowSdk.CommandLine;

/// <summary>The names of types without what stands before them, for tables.</summary>
internal static partial class ShortTypeName
{
    public static string Of(string typeName) => Qualifiers().Replace(typeName, "");

    [GeneratedRegex(@"(?:\w+(?:\.|::))+")]
    private static partial Regex Qualifiers();
}
