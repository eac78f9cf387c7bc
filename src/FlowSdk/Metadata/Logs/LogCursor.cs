namespace FlowSdk.Metadata;

/// <summary>How far a log has been read.</summary>
internal sealed class LogCursor
{
    /// <summary>Where to go on.</summary>
    public RecordPosition Next { get; set; }

    /// <summary>The time that times in the frames are relative to: that of the first segment's header, as of all others.</summary>
    public DateTimeOffset BaseTime { get; set; }
}
