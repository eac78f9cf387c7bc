using System.Buffers.Binary;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Workers;

/// <summary>The frame of a message: its length in bytes, as four bytes, the lowest first.</summary>
internal static class MessageFrame
{
    public const int HeaderLength = 4;

    /// <summary>What no message comes near; a longer one is no message of ours.</summary>
    public const int MaxLength = 1 << 30;

    /// <summary>Begins a message in a buffer.</summary>
    public static PackBuffer Begin(PackBuffer buffer, MessageType type, int fields)
    {
        buffer.Clear();
        buffer.Add(HeaderLength);
        buffer.WriteArrayHeader(fields + 1);
        buffer.WriteInt64((int)type);
        return buffer;
    }

    /// <summary>Completes the message: what is then written to the channel.</summary>
    public static ReadOnlyMemory<byte> End(PackBuffer buffer)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer[..HeaderLength], buffer.Length - HeaderLength);
        return buffer.Written;
    }
}
