namespace FlowSdk.CommandLine;

/// <summary>What made a run, on one line.</summary>
internal static class BuildText
{
    private const int CommitDigits = 10;

    /// <summary>The line; null if nothing is known.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> build)
    {
        var parts = Parts(build).ToArray();
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private static IEnumerable<string> Parts(IReadOnlyDictionary<string, string> build)
    {
        if (build.TryGetValue("version", out var version))
        {
            // What follows is the commit again.
            yield return $"{build.GetValueOrDefault("assembly", "version")} {version.Split('+')[0]}";
        }

        if (build.TryGetValue("git", out var commit))
        {
            var changes = build.GetValueOrDefault("gitState") == "dirty" ? " with changes" : "";
            yield return $"commit {(commit.Length <= CommitDigits ? commit : commit[..CommitDigits])}{changes}";
        }

        if (build.TryGetValue("sdk", out var sdk))
        {
            yield return $"FlowSdk {sdk}";
        }
    }
}
