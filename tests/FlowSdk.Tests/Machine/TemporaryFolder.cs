namespace FlowSdk.Tests.Machine;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flowsdk-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
