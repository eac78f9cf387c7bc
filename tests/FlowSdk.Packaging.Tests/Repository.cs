namespace FlowSdk.Packaging.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FlowSdk.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException($"No FlowSdk.sln above {AppContext.BaseDirectory}.");
        }

        return directory;
    }
}
