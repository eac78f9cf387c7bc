namespace FlowSdk.Generators.Parse;

/// <summary>The options that every flow program has, which no parameter can be.</summary>
/// <remarks>Those of <c>run</c> and <c>resume</c>, since both take the parameters, and the global ones. A test compares them with the command line.</remarks>
internal static class OptionNames
{
    private static readonly HashSet<string> _reserved =
    [
        "store", "json", "quiet", "no-color", "help", "version",
        "max-workers", "tag", "with", "run-id-file", "isolation", "on-failure", "without-gpu", "parameters",
        "origin-run-id", "dry-run",
    ];

    public static bool IsReserved(string option) => _reserved.Contains(option);
}
