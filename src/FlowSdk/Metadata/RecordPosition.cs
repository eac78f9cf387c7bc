namespace FlowSdk.Metadata;

/// <summary>Where a record starts in the journal of its run.</summary>
/// <param name="Segment">The segment's number, from 0.</param>
/// <param name="Offset">The offset of the record's frame in the segment, in bytes.</param>
internal readonly record struct RecordPosition(int Segment, int Offset);
