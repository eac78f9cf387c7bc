namespace FlowSdk.Generators.Diagnostics;

/// <summary>Where the page of a diagnostic is.</summary>
internal static class HelpLink
{
    public static string Of(string id) => $"https://github.com/flowsdk/flowsdk/blob/main/docs/diagnostics/{id}.md";
}
