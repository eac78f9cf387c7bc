namespace FlowSdk.Metadata;

/// <summary>The tags that a run has by what it is, as name and value with a colon between. Nobody can take them away.</summary>
internal static class SystemTags
{
    /// <summary>The tags of a run, in order.</summary>
    public static IReadOnlyList<string> Of(RunStartedRecord start)
    {
        var tags = new List<string> { $"user:{start.UserName}", $"host:{start.HostName}" };
        foreach (var name in (string[])["runtime", "sdk", "git"])
        {
            if (start.Build.TryGetValue(name, out var value))
            {
                tags.Add($"{name}:{value}");
            }
        }

        if (start.Build.TryGetValue("gitState", out var state))
        {
            tags.Add($"git:{state}");
        }

        tags.Sort(StringComparer.Ordinal);
        return tags;
    }
}
