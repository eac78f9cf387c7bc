namespace FlowSdk.Metadata;

/// <summary>The keys of a run's objects.</summary>
/// <param name="FlowName">The flow.</param>
/// <param name="RunId">The run.</param>
internal readonly record struct RunPaths(string FlowName, string RunId)
{
    public string Root => $"runs/{FlowName}/{RunId}/";

    public string Journal => Root + "journal/";

    public string Log => Root + "log/";

    public string Tags => Root + "tags";

    public string Cancel => Root + "cancel";

    public string Lock => Root + "lock";

    public string Lease => Root + "lease";
}
