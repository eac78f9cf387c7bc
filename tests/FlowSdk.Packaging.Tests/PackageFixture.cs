namespace FlowSdk.Packaging.Tests;

/// <summary>The package, as the command that makes it for release makes it.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    public const string Version = "0.0.0-test";

    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Combine("packages");

    public string Package => Path.Combine(Folder, $"FlowSdk.{Version}.nupkg");

    public async ValueTask InitializeAsync() =>
        (await DotnetCommand.RunAsync(
            Repository.Root, new Dictionary<string, string>(), "pack", "src/FlowSdk", $"-p:Version={Version}", "--output", Folder)).ShouldSucceed();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
