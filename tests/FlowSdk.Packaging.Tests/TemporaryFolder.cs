namespace FlowSdk.Packaging.Tests;

/// <summary>A folder that is gone after the test. Its name has what makes careless code stumble.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flowsdk 日本語 ").FullName;

    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
