namespace FlowSdk.CommandLine;

/// <summary>Arguments of attributes may be written as on the command line or as in C#: <c>delay-seconds</c> or <c>DelaySeconds</c>.</summary>
internal sealed class ArgumentNames : IEqualityComparer<string>
{
    public static ArgumentNames Comparer { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(Plain(x), Plain(y), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(obj)!);

    private static string? Plain(string? name) => name?.Replace("-", "", StringComparison.Ordinal);
}
