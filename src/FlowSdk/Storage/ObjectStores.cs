namespace FlowSdk.Storage;

/// <summary>Opens stores by the names that users give them.</summary>
internal static class ObjectStores
{
    /// <summary>The store of a program that names none: a folder in the current directory.</summary>
    public const string DefaultLocation = ".flowsdk";

    private static readonly AsyncLocal<IObjectStore?> _current = new();

    /// <summary>Where the environment says that runs are kept.</summary>
    public static string? LocationOfEnvironment => Environment.GetEnvironmentVariable("FLOWSDK_STORE") is { Length: > 0 } location ? location : null;

    /// <summary>The store of a program that names none.</summary>
    public static string ConfiguredLocation => LocationOfEnvironment ?? DefaultLocation;

    /// <summary>The store of the run whose step is executing; null outside of steps.</summary>
    public static IObjectStore? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    /// <summary>Through what stores in folders change the file system. A program under test sets another one, to die in the middle of a change.</summary>
    public static LocalDisk Disk { get; set; } = new();

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

        return new LocalObjectStore(location.Length == 0 ? DefaultLocation : location, TimeProvider.System, Disk);
    }
}
