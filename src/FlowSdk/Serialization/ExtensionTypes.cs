namespace FlowSdk.Serialization;

/// <summary>The types of MessagePack's extensions that artifacts use. They are part of the format: see docs/artifact-encoding.md.</summary>
internal static class ExtensionTypes
{
    /// <summary>MessagePack's own: a point in time, in UTC.</summary>
    public const sbyte Timestamp = -1;

    // Numbers of one kind one after the other, little-endian.
    public const sbyte Int8 = 1;
    public const sbyte Int16 = 2;
    public const sbyte Int32 = 3;
    public const sbyte Int64 = 4;
    public const sbyte UInt8 = 5;
    public const sbyte UInt16 = 6;
    public const sbyte UInt32 = 7;
    public const sbyte UInt64 = 8;
    public const sbyte Float16 = 9;
    public const sbyte Float32 = 10;
    public const sbyte Float64 = 11;
    public const sbyte Int128 = 12;
    public const sbyte UInt128 = 13;
    public const sbyte Utf16 = 14;
    public const sbyte Complex128 = 15;
    public const sbyte Boolean = 16;

    // Single values.
    public const sbyte Decimal = 32;
    public const sbyte LocalTime = 33;
    public const sbyte OffsetTime = 34;
    public const sbyte Date = 35;
    public const sbyte TimeOfDay = 36;
    public const sbyte Duration = 37;
    public const sbyte Guid = 38;
    public const sbyte Integer = 39;
    public const sbyte Half = 40;
    public const sbyte Complex = 41;

    /// <summary>A number of a JSON text, as its digits. Only in what <see cref="JsonTranscoder"/> hands to a codec, never stored.</summary>
    public const sbyte JsonNumber = 127;
}
