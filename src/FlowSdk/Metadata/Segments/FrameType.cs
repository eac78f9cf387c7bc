namespace FlowSdk.Metadata;

/// <summary>What a frame holds. The numbers are a part of the store's format.</summary>
internal enum FrameType : byte
{
    /// <summary>The first frame of each segment.</summary>
    Header = 1,

    RunStarted = 2,

    TaskStarted = 3,

    TaskFinished = 4,

    AttemptFailed = 5,

    RunFinished = 6,

    RunSealed = 7,

    /// <summary>Output of one stream of one attempt.</summary>
    LogBlock = 16,

    /// <summary>A part of the index of a closed segment, before its last frame.</summary>
    IndexPage = 254,

    /// <summary>The last frame of a closed segment.</summary>
    Index = 255,
}
