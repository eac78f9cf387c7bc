namespace FlowSdk.Packaging.Tests;

/// <summary>The packages, as the command that makes them for release makes them.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    public const string Version = "0.0.0-test";

    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Combine("packages");

    public string Package => Path.Combine(Folder, $"FlowSdk.{Version}.nupkg");

    public string TestingPackage => Path.Combine(Folder, $"FlowSdk.Testing.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["src/FlowSdk", "src/FlowSdk.Testing"])
        {
            (await DotnetCommand.RunAsync(
                Repository.Root, new Dictionary<string, string>(), "pack", project, $"-p:Version={Version}", "--output", Folder)).ShouldSucceed();
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
