using System.Buffers.Binary;
using System.Globalization;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Points in time and spans. A UTC time is MessagePack's own timestamp; what has no such counterpart is kept in ticks of 100 ns, little-endian.</summary>
internal static class TimeFormat
{
    private const long NanosecondsPerTick = 100;
    private const int SecondsBits = 34;

    public static void WriteDateTime(ref MessagePackWriter writer, DateTime value)
    {
        if (value.Kind == DateTimeKind.Utc)
        {
            WriteTimestamp(ref writer, value.Ticks - DateTime.UnixEpoch.Ticks);
            return;
        }

        Span<byte> bytes = stackalloc byte[9];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value.Ticks);
        bytes[8] = (byte)value.Kind;
        writer.WriteExtension(ExtensionTypes.LocalTime, bytes);
    }

    public static DateTime ReadDateTime(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (reader.TryReadLenientText(out var text))
        {
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
                ? value
                : throw DecodingException.Mismatch("a date and time such as 2026-11-21T08:30:00Z", $"\"{text}\"", start);
        }

        var (type, bytes) = reader.ReadAnyExtension("a date and time");
        return ToDateTime(type, bytes) ?? throw DecodingException.Damaged("this is no date and time", start);
    }

    /// <summary>The time in an extension; null if it is none.</summary>
    public static DateTime? ToDateTime(sbyte type, ReadOnlySpan<byte> bytes) => (type, bytes.Length) switch
    {
        (ExtensionTypes.Timestamp, 4) => FromUnix(BinaryPrimitives.ReadUInt32BigEndian(bytes), 0),
        (ExtensionTypes.Timestamp, 8) => FromTimestamp64(BinaryPrimitives.ReadUInt64BigEndian(bytes)),
        (ExtensionTypes.Timestamp, 12) => FromUnix(BinaryPrimitives.ReadInt64BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        (ExtensionTypes.LocalTime, 9) when bytes[8] is (byte)DateTimeKind.Unspecified or (byte)DateTimeKind.Local
            && IsTicks(BinaryPrimitives.ReadInt64LittleEndian(bytes)) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes), (DateTimeKind)bytes[8]),
        _ => null,
    };

    public static void WriteDateTimeOffset(ref MessagePackWriter writer, DateTimeOffset value)
    {
        Span<byte> bytes = stackalloc byte[10];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value.Ticks);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[8..], (short)value.TotalOffsetMinutes);
        writer.WriteExtension(ExtensionTypes.OffsetTime, bytes);
    }

    public static DateTimeOffset ReadDateTimeOffset(ref MessagePackReader reader)
    {
        var start = reader.Position;
        if (reader.TryReadLenientText(out var text))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
                ? value
                : throw DecodingException.Mismatch("a date and time such as 2026-11-21T08:30:00+01:00", $"\"{text}\"", start);
        }

        Span<byte> bytes = stackalloc byte[10];
        reader.ReadExtension(ExtensionTypes.OffsetTime, "a date and time with an offset", bytes);
        return ToDateTimeOffset(bytes) ?? throw DecodingException.Damaged("this is no date and time", start);
    }

    /// <summary>The time in 10 bytes; null if they are none.</summary>
    public static DateTimeOffset? ToDateTimeOffset(ReadOnlySpan<byte> bytes)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var minutes = BinaryPrimitives.ReadInt16LittleEndian(bytes[8..]);
        return IsTicks(ticks) && minutes is >= -14 * 60 and <= 14 * 60 && IsTicks(ticks - (minutes * TimeSpan.TicksPerMinute))
            ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))
            : null;
    }

    public static void WriteTimeSpan(ref MessagePackWriter writer, TimeSpan value) => WriteTicks(ref writer, ExtensionTypes.Duration, value.Ticks);

    public static TimeSpan ReadTimeSpan(ref MessagePackReader reader) =>
        reader.TryReadLenient<TimeSpan>("a duration such as 01:30:00", out var value) ? value : new(ReadTicks(ref reader, ExtensionTypes.Duration, "a duration"));

    public static void WriteTimeOnly(ref MessagePackWriter writer, TimeOnly value) => WriteTicks(ref writer, ExtensionTypes.TimeOfDay, value.Ticks);

    public static TimeOnly ReadTimeOnly(ref MessagePackReader reader)
    {
        if (reader.TryReadLenient<TimeOnly>("a time such as 13:45:00", out var value))
        {
            return value;
        }

        var start = reader.Position;
        var ticks = ReadTicks(ref reader, ExtensionTypes.TimeOfDay, "a time of day");
        return ticks is >= 0 and < TimeSpan.TicksPerDay ? new(ticks) : throw DecodingException.Damaged("this is no time of day", start);
    }

    public static void WriteDateOnly(ref MessagePackWriter writer, DateOnly value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value.DayNumber);
        writer.WriteExtension(ExtensionTypes.Date, bytes);
    }

    public static DateOnly ReadDateOnly(ref MessagePackReader reader)
    {
        if (reader.TryReadLenient<DateOnly>("a date such as 2026-11-21", out var value))
        {
            return value;
        }

        var start = reader.Position;
        Span<byte> bytes = stackalloc byte[4];
        reader.ReadExtension(ExtensionTypes.Date, "a date", bytes);
        var day = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return IsDay(day) ? DateOnly.FromDayNumber(day) : throw DecodingException.Damaged("this is no date", start);
    }

    public static bool IsDay(int day) => day >= 0 && day <= DateOnly.MaxValue.DayNumber;

    public static bool IsTicks(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    private static void WriteTimestamp(ref MessagePackWriter writer, long unixTicks)
    {
        var seconds = Math.DivRem(unixTicks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
        {
            (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        }

        var nanoseconds = rest * NanosecondsPerTick;
        Span<byte> bytes = stackalloc byte[12];
        if (seconds is < 0 or >= 1L << SecondsBits)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)nanoseconds);
            BinaryPrimitives.WriteInt64BigEndian(bytes[4..], seconds);
        }
        else if (nanoseconds == 0 && seconds <= uint.MaxValue)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)seconds);
            bytes = bytes[..4];
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, (nanoseconds << SecondsBits) | seconds);
            bytes = bytes[..8];
        }

        writer.WriteExtension(ExtensionTypes.Timestamp, bytes);
    }

    private static DateTime? FromTimestamp64(ulong value) => FromUnix((long)(value & ((1UL << SecondsBits) - 1)), (uint)(value >> SecondsBits));

    private static DateTime? FromUnix(long seconds, uint nanoseconds)
    {
        var ticks = ((Int128)seconds * TimeSpan.TicksPerSecond) + (nanoseconds / NanosecondsPerTick) + DateTime.UnixEpoch.Ticks;
        return nanoseconds < 1_000_000_000 && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, DateTimeKind.Utc) : null;
    }

    private static void WriteTicks(ref MessagePackWriter writer, sbyte type, long ticks)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ticks);
        writer.WriteExtension(type, bytes);
    }

    private static long ReadTicks(ref MessagePackReader reader, sbyte type, string expected)
    {
        Span<byte> bytes = stackalloc byte[8];
        reader.ReadExtension(type, expected, bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }
}
