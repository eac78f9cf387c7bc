using System.Buffers.Binary;
using System.Text;

namespace FlowSdk.Metadata;

/// <summary>What a series of segments holds, and when a segment is closed and the next one begun.</summary>
/// <param name="Mark">Eight ASCII characters at the beginning of each segment.</param>
/// <param name="MaxLength">The length in bytes from which no record is added.</param>
/// <param name="MaxAppends">The number of appends after which no record is added; blob containers allow 50,000.</param>
internal sealed record SegmentKind(string Mark, int MaxLength, int MaxAppends)
{
    public static readonly SegmentKind Journal = new("FLOWJRN1", 16 << 20, 20_000);

    public static readonly SegmentKind Log = new("FLOWLOG1", 64 << 20, 20_000);

    /// <summary>The key of a segment.</summary>
    public static string KeyOf(string prefix, int segment) => $"{prefix}{segment:d6}";

    /// <summary>Writes the payload of a segment's first frame.</summary>
    public void WriteHeader(PackBuffer buffer, DateTimeOffset baseTime)
    {
        Encoding.ASCII.GetBytes(Mark, buffer.Add(8));
        BinaryPrimitives.WriteInt64LittleEndian(buffer.Add(8), baseTime.UtcTicks);
    }
}
