using System.Globalization;
using System.Numerics;
using FlowSdk.Generated;

namespace FlowSdk.Tests.Serialization;

public sealed class ScalarBytesTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "cc80")]
    [InlineData(255, "ccff")]
    [InlineData(256, "cd0100")]
    [InlineData(65535, "cdffff")]
    [InlineData(65536, "ce00010000")]
    [InlineData(4294967295, "ceffffffff")]
    [InlineData(4294967296, "cf0000000100000000")]
    [InlineData(-1, "ff")]
    [InlineData(-32, "e0")]
    [InlineData(-33, "d0df")]
    [InlineData(-128, "d080")]
    [InlineData(-129, "d1ff7f")]
    [InlineData(-32768, "d18000")]
    [InlineData(-32769, "d2ffff7fff")]
    [InlineData(-2147483648, "d280000000")]
    [InlineData(-2147483649, "d3ffffffff7fffffff")]
    public void Integers_take_their_shortest_form(long value, string hex) => ShouldBe(value, hex);

    [Fact]
    public void The_largest_integer() => ShouldBe(ulong.MaxValue, "cfffffffffffffffff");

    [Fact]
    public void Integers_beyond_64_bits_are_two_s_complement_little_endian()
    {
        ShouldBe((BigInteger)ulong.MaxValue, "cfffffffffffffffff");
        ShouldBe((BigInteger)ulong.MaxValue + 1, "c70927000000000000000001");
        ShouldBe((BigInteger)long.MinValue - 1, "c70927ffffffffffffff7fff");
        ShouldBe(Int128.MinValue, "d82700000000000000000000000000000080");
        ShouldBe(UInt128.MaxValue, "c71127ffffffffffffffffffffffffffffffff00");
        ShouldBe((Int128)5, "05");
    }

    [Fact]
    public void Numbers_keep_all_their_bits()
    {
        ShouldBe(1.5f, "ca3fc00000");
        ShouldBe(1.5, "cb3ff8000000000000");
        ShouldBe(-0.0, "cb8000000000000000");
        ShouldBe((Half)1.5f, "d528003e");
        ShouldBe(new Complex(1, -1), "d829000000000000f03f000000000000f0bf");
        BitConverter.DoubleToUInt64Bits(RoundTrip.Value(BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0123))).ShouldBe(0x7FF0_0000_0000_0123u);
        BitConverter.SingleToUInt32Bits(RoundTrip.Value(BitConverter.UInt32BitsToSingle(0xFFC0_0042))).ShouldBe(0xFFC0_0042u);
        BitConverter.HalfToUInt16Bits(RoundTrip.Value(BitConverter.UInt16BitsToHalf(0x7C01))).ShouldBe((ushort)0x7C01);
    }

    [Fact]
    public void Decimals_keep_their_scale_and_their_sign()
    {
        ShouldBe(1.10m, "d8206e000000000000000000000000000200");
        RoundTrip.Value(1.10m).ToString(CultureInfo.InvariantCulture).ShouldBe("1.10");
        decimal.GetBits(RoundTrip.Value(new decimal(0, 0, 0, true, 3))).ShouldBe([0, 0, 0, unchecked((int)0x8003_0000)]);
    }

    [Fact]
    public void Truth_values_and_characters()
    {
        ShouldBe(true, "c3");
        ShouldBe(false, "c2");
        ShouldBe('A', "41");
        ShouldBe('\uD800', "cdd800");
    }

    [Fact]
    public void A_UTC_time_is_a_timestamp()
    {
        ShouldBe(DateTime.UnixEpoch, "d6ff00000000");
        ShouldBe(DateTime.UnixEpoch.AddTicks(1), "d7ff0000019000000000");
        ShouldBe(DateTime.UnixEpoch.AddTicks(-1), "c70cff3b9ac99cffffffffffffffff");
        RoundTrip.Value(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)).Kind.ShouldBe(DateTimeKind.Utc);
        RoundTrip.Value(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)).ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public void Other_times_keep_their_kind_and_their_offset()
    {
        ShouldBe(new DateTime(1), "c70921010000000000000000");
        ShouldBe(new DateTime(1, DateTimeKind.Local), "c70921010000000000000002");
        ShouldBe(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.FromHours(-1)), "c70a220074d4a1a947df08c4ff");
        RoundTrip.Value(new DateTime(5, DateTimeKind.Local)).Kind.ShouldBe(DateTimeKind.Local);
        RoundTrip.Value(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.FromHours(5.5))).Offset.ShouldBe(TimeSpan.FromHours(5.5));
    }

    [Fact]
    public void Days_times_and_durations()
    {
        ShouldBe(new DateOnly(1, 1, 2), "d62301000000");
        ShouldBe(new TimeOnly(1), "d7240100000000000000");
        ShouldBe(new TimeSpan(-1), "d725ffffffffffffffff");
    }

    [Fact]
    public void Identifiers_and_addresses()
    {
        ShouldBe(new Guid("00112233-4455-6677-8899-aabbccddeeff"), "d82600112233445566778899aabbccddeeff");
        ShouldBe(new Uri("http://a/"), "a9687474703a2f2f612f");
        ShouldBe(new Uri("a b", UriKind.Relative), "91a3612062");
        RoundTrip.Value(new Uri("/a", UriKind.Relative)).IsAbsoluteUri.ShouldBeFalse();
        ShouldBe(new Version(1, 2), "a3312e32");
        RoundTrip.Value(new Version(1, 2, 3, 4)).ShouldBe(new Version(1, 2, 3, 4));
    }

    [Theory]
    [InlineData("", "a0")]
    [InlineData("é", "a2c3a9")]
    [InlineData("1234567890123456789012345678901", "bf31323334353637383930313233343536373839303132333435363738393031")]
    [InlineData("12345678901234567890123456789012", "d9203132333435363738393031323334353637383930313233343536373839303132")]
    [InlineData("éééééééééééééééé", "d920c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9c3a9")]
    public void Text_is_UTF_8(string value, string hex) => ShouldBe(value, hex);

    [Fact]
    public void Text_that_is_no_valid_Unicode_is_kept_as_its_code_units()
    {
        ShouldBe("a\uD800", "d60e610000d8");
        RoundTrip.Value("\uDC00\uD800").ShouldBe("\uDC00\uD800");
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(3_000_000)]
    public void Long_text_comes_back(int length)
    {
        RoundTrip.Value(new string('x', length)).ShouldBe(new string('x', length));
        RoundTrip.Value(new string('年', length)).ShouldBe(new string('年', length));
    }

    [Fact]
    public void Null_is_nil() => RoundTrip.Hex(Codecs<string?>.Instance, null).ShouldBe("c0");

    private static void ShouldBe<T>(T value, string hex)
    {
        RoundTrip.Hex(Codecs<T>.Instance, value).ShouldBe(hex);
        RoundTrip.Value(value).ShouldBe(value);
    }
}
