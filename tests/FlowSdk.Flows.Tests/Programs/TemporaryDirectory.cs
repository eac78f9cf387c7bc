namespace FlowSdk.Flows.Tests.Programs;

/// <summary>A directory that lasts as long as a test. Its name has a space and letters that are not Latin, as users' have.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Path = Directory.CreateTempSubdirectory("flowsdk 日本 ").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
