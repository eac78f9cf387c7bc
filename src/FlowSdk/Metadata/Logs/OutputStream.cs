namespace FlowSdk.Metadata;

/// <summary>A step's output stream.</summary>
internal enum OutputStream
{
    /// <summary>Standard output.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,
}
