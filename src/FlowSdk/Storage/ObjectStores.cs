namespace FlowSdk.Storage;

/// <summary>Opens stores by the names that users give them.</summary>
internal static class ObjectStores
{
    /// <summary>The store of a program that names none: a folder in the current directory.</summary>
    public const string DefaultLocation = ".flowsdk";

    /// <summary>Opens a store: a folder, which need not exist yet. Nothing is created before something is written.</summary>
    /// <exception cref="FlowException">It is no store, one of another version, or not to be reached.</exception>
    public static IObjectStore Open(string location)
    {
        if (location.IndexOf("://", StringComparison.Ordinal) is > 1 and var end)
        {
            throw new FlowException(
                FlowErrors.StoreUnusable,
                $"The store '{location}' cannot be opened: nothing in this program knows '{location[..end]}' stores. Name a folder with --store or FLOWSDK_STORE.");
        }

        return new LocalObjectStore(location.Length == 0 ? DefaultLocation : location, TimeProvider.System);
    }
}
