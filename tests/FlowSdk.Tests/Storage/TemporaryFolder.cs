namespace FlowSdk.Tests.Storage;

/// <summary>A folder that does not exist yet, and is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("flowsdk-").FullName;

    public string Path => System.IO.Path.Combine(_parent, "日本 store");

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
