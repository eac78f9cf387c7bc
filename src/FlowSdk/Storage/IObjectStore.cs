namespace FlowSdk.Storage;

/// <summary>Where runs are kept: a local folder, or a blob container.</summary>
public interface IObjectStore : IAsyncDisposable
{
    /// <summary>The store as a user would name it: a folder, or a URL.</summary>
    string Location { get; }
}
