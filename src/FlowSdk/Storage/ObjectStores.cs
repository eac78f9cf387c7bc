namespace FlowSdk.Storage;

/// <summary>Opens stores by the names that users give them.</summary>
internal static class ObjectStores
{
    /// <summary>The store of a program that names none: a folder in the current directory.</summary>
    public const string DefaultLocation = ".flowsdk";

    /// <summary>Opens a store: a folder, which need not exist yet. Nothing is created before something is written.</summary>
    public static IObjectStore Open(string location) => throw new NotImplementedException(location);
}
