namespace FlowSdk.Metadata;

/// <summary>A frame that was read, without its header.</summary>
/// <param name="Position">Where the frame starts.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Payload">Its bytes.</param>
internal readonly record struct SegmentFrame(RecordPosition Position, FrameType Type, ReadOnlyMemory<byte> Payload);
