namespace FlowSdk.Tests.PowerCut;

/// <summary>Something that was done to a file system. Paths are relative to a folder that was there before.</summary>
internal abstract record DiskChange
{
    private DiskChange()
    {
    }

    /// <summary>A folder was made.</summary>
    public sealed record FolderMade(string Path) : DiskChange;

    /// <summary>Bytes were written at the end of a file, which was made if it was not there.</summary>
    public sealed record Written(string Path, byte[] Bytes) : DiskChange;

    /// <summary>A file got another name.</summary>
    public sealed record Moved(string From, string To) : DiskChange;

    /// <summary>A file was deleted.</summary>
    public sealed record Deleted(string Path) : DiskChange;

    /// <summary>The content of a file was synced.</summary>
    public sealed record FileFlushed(string Path) : DiskChange;

    /// <summary>The names in a folder were synced.</summary>
    public sealed record FolderFlushed(string Path) : DiskChange;

    /// <summary>Everything was synced.</summary>
    public sealed record AllFlushed : DiskChange;
}
