namespace FlowSdk.Generators.Diagnostics;

/// <summary>Where the page of a diagnostic is: in the repository, and at the same path in the package.</summary>
/// <remarks>A path and no address: where a copy of the repository is published is not the generator's to know, and the compiler prints this after the message.</remarks>
internal static class HelpLink
{
    public static string Of(string id) => $"docs/diagnostics/{id}.md";
}
