using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using FlowSdk.Generated;

namespace FlowSdk.Tests.Serialization;

/// <summary>Values of all kinds with their codecs, for tests that do the same with each.</summary>
internal static class SampleCodecs
{
    public static IReadOnlyList<ISample> All { get; } =
    [
        new Sample<int>(Codecs<int>.Instance, -40_000),
        new Sample<string>(Codecs<string>.Instance, "flow 年"),
        new Sample<decimal>(Codecs<decimal>.Instance, -1.250m),
        new Sample<BigInteger>(Codecs<BigInteger>.Instance, BigInteger.Pow(7, 90)),
        new Sample<DateTime>(Codecs<DateTime>.Instance, new(2026, 11, 21, 8, 30, 0, DateTimeKind.Local)),
        new Sample<DateTimeOffset>(Codecs<DateTimeOffset>.Instance, new(2026, 11, 21, 8, 30, 0, TimeSpan.FromHours(1))),
        new Sample<DateOnly>(Codecs<DateOnly>.Instance, new(2026, 11, 21)),
        new Sample<TimeOnly>(Codecs<TimeOnly>.Instance, new(23, 59)),
        new Sample<Guid>(Codecs<Guid>.Instance, new("00112233-4455-6677-8899-aabbccddeeff")),
        new Sample<Uri>(Codecs<Uri>.Instance, new("http://a/b?c")),
        new Sample<Version>(Codecs<Version>.Instance, new(1, 2, 3)),
        new Sample<Complex>(Codecs<Complex>.Instance, new(1, 2)),
        new Sample<byte[]?>(StandardCodecs.RawArray<byte>(), [1, 2, 3]),
        new Sample<double[]?>(StandardCodecs.RawArray<double>(), [1, double.NaN, -0.0]),
        new Sample<bool[]?>(StandardCodecs.RawArray<bool>(), [true, false]),
        new Sample<int[,]?>(StandardCodecs.RawMultiDimensional<int[,], int>(2, static n => new int[n[0], n[1]]), new[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }),
        new Sample<string[,]?>(StandardCodecs.MultiDimensional<string[,], string>(2, static n => new string[n[0], n[1]]), new[,] { { "a", "b" } }),
        new Sample<List<string>?>(StandardCodecs.List<string>(), ["a", "b"]),
        new Sample<Stack<string>?>(StandardCodecs.Stack<string>(), new(["a", "b"])),
        new Sample<HashSet<string>?>(StandardCodecs.HashSet<string>(), new(["a", "b"], StringComparer.OrdinalIgnoreCase)),
        new Sample<FrozenSet<string>?>(StandardCodecs.FrozenSet<string>(), new[] { "c", "a", "b" }.ToFrozenSet()),
        new Sample<SortedSet<int>?>(StandardCodecs.SortedSet<int>(), [3, 1, 2]),
        new Sample<Dictionary<string, int>?>(StandardCodecs.Dictionary<string, int>(), new() { ["b"] = 2, ["a"] = 1 }),
        new Sample<SortedList<int, string>?>(StandardCodecs.SortedList<int, string>(), new() { [2] = "b", [1] = "a" }),
        new Sample<ImmutableDictionary<string, int>?>(StandardCodecs.ImmutableDictionary<string, int>(), ImmutableDictionary<string, int>.Empty.Add("b", 2).Add("a", 1)),
        new Sample<BitArray?>(StandardCodecs.BitArray(), new([true, false, true, true, false, false, true, true, true])),
        new Sample<DayOfWeek>(StandardCodecs.Enum<DayOfWeek, int>(), DayOfWeek.Friday),
        new Sample<List<List<string>?>?>(Nested(), [["a"], null, []]),
    ];

    private static Codec<List<List<string>?>?> Nested()
    {
        Codecs<List<string>?>.Register(StandardCodecs.List<string>);
        return StandardCodecs.List<List<string>?>();
    }
}
