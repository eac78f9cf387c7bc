using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

public sealed class JsonTests
{
    [Fact]
    public void Values_are_shown_as_people_write_them()
    {
        Json(1.10m).ShouldBe("1.10");
        Json(double.NaN).ShouldBe("\"NaN\"");
        Json(0.1f).ShouldBe("0.1");
        Json((Half)1.5).ShouldBe("1.5");
        Json(BigInteger.Pow(10, 30)).ShouldBe("1000000000000000000000000000000");
        Json(new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc)).ShouldBe("\"2026-11-21T08:30:00.0000000Z\"");
        Json(new DateTime(2026, 11, 21)).ShouldBe("\"2026-11-21T00:00:00.0000000\"");
        Json(new DateOnly(2026, 11, 21)).ShouldBe("\"2026-11-21\"");
        Json(TimeSpan.FromMinutes(90)).ShouldBe("\"01:30:00\"");
        Json(Guid.Empty).ShouldBe("\"00000000-0000-0000-0000-000000000000\"");
        Json(new Complex(1, -2)).ShouldBe("[1,-2]");
        Json(StandardCodecs.RawArray<float>(), [1, 2.5f]).ShouldBe("[1,2.5]");
        Json(StandardCodecs.RawArray<byte>(), [1, 2]).ShouldBe("\"AQI=\"");
        Json(StandardCodecs.RawArray<bool>(), [true]).ShouldBe("[true]");
        Json(StandardCodecs.Dictionary<int, string>(), new() { [1] = "a" }).ShouldBe("{\"1\":\"a\"}");
        Json(StandardCodecs.Dictionary<DateOnly, int>(), new() { [new(2026, 1, 2)] = 1 }).ShouldBe("{\"2026-01-02\":1}");
        Json(StandardCodecs.Dictionary<double, int>(), new() { [1.5] = 1 }).ShouldBe("[[1.5,1]]");
        JsonTranscoder.ToJson(new(Convert.FromHexString("d46301"))).ShouldBe("{\"$extension\":99,\"bytes\":\"AQ==\"}");
    }

    [Fact]
    public void Text_is_shown_as_it_is_but_for_what_JSON_and_terminals_cannot_take()
    {
        Json("👩🏽 naïve 東京\u3000\u00A0 </a>&'+").ShouldBe("\"👩🏽 naïve 東京\u3000\u00A0 </a>&'+\"");
        Json("\"a\\b\"\r\n\t\b\f\0\e[31m").ShouldBe("""
            "\"a\\b\"\r\n\t\b\f\u0000\u001B[31m"
            """);
        Json("👩\u007F\u009B").ShouldBe("""
            "👩\u007F\u009B"
            """);
        Json("👩\uD83D 東").ShouldBe("\"👩\uFFFD 東\"");
        Json(StandardCodecs.Dictionary<string, int>(), new() { ["👩\n"] = 1 }).ShouldBe("""
            {"👩\n":1}
            """);
        Json(StandardCodecs.Dictionary<string, int>(), new() { ["🎉"] = 1 }).ShouldBe("{\"🎉\":1}");
    }

    [Fact]
    public void Values_are_read_as_people_write_them()
    {
        From<decimal>("1.10").ToString(CultureInfo.InvariantCulture).ShouldBe("1.10");
        From<int>("1e3").ShouldBe(1000);
        From<double>("3").ShouldBe(3);
        From<float>("0.1").ShouldBe(0.1f);
        From<double>("\"NaN\"").ShouldBe(double.NaN);
        From<BigInteger>("1000000000000000000000000000000").ShouldBe(BigInteger.Pow(10, 30));
        From<DateTime>("\"2026-11-21T08:30:00Z\"").Kind.ShouldBe(DateTimeKind.Utc);
        From<DateOnly>("\"2026-11-21\"").ShouldBe(new(2026, 11, 21));
        From<TimeSpan>("\"00:00:05\"").ShouldBe(TimeSpan.FromSeconds(5));
        From<Guid>("\"00112233-4455-6677-8899-aabbccddeeff\"").ShouldBe(new("00112233-4455-6677-8899-aabbccddeeff"));
        From<char>("\"x\"").ShouldBe('x');
        From<Half>("1.5").ShouldBe((Half)1.5);
        From<Complex>("[1, 2]").ShouldBe(new(1, 2));
        From<Uri>("\"a/b\"").ShouldBe(new("a/b", UriKind.Relative));
        From<string?>("null").ShouldBeNull();
        From(StandardCodecs.RawArray<double>(), "[0.1, 2]")!.ShouldBe([0.1, 2]);
        From(StandardCodecs.RawArray<byte>(), "\"AQI=\"")!.ShouldBe([1, 2]);
        From(StandardCodecs.RawArray<byte>(), "[1, 2]")!.ShouldBe([1, 2]);
        From(StandardCodecs.Enum<DayOfWeek, int>(), "\"friday\"").ShouldBe(DayOfWeek.Friday);
        From(StandardCodecs.Dictionary<int, string>(), "{\"1\": \"a\"}")![1].ShouldBe("a");
        From(StandardCodecs.HashSet<string>(), "[\"a\"]")!.ShouldBe(["a"]);
    }

    [Fact]
    public void Arrays_of_several_dimensions_are_read_as_arrays_of_arrays()
    {
        var matrices = StandardCodecs.RawMultiDimensional<int[,], int>(2, static n => new int[n[0], n[1]]);
        var cubes = StandardCodecs.MultiDimensional<string[,,], string>(3, static n => new string[n[0], n[1], n[2]]);

        From(matrices, "[[1, 2], [3, 9]]").ShouldBe(new[,] { { 1, 2 }, { 3, 9 } });
        From(matrices, "[[1, 2, 3]]").ShouldBe(new[,] { { 1, 2, 3 } });
        From(matrices, "[]").ShouldBe(new int[0, 0]);
        From(matrices, "[[], []]").ShouldBe(new int[2, 0]);
        From(matrices, "null").ShouldBeNull();
        From(cubes, "[[[\"a\"], [\"b\"]], [[\"c\"], [\"d\"]]]").ShouldBe(new[,,] { { { "a" }, { "b" } }, { { "c" }, { "d" } } });
        Message(() => From(matrices, "[[1, 2], [3]]")).ShouldBe("$[1]: expected 2 elements, as in the arrays before, found 1.");
        Message(() => From(matrices, "[[1, 2], null]")).ShouldBe("$[1]: expected an array, found null.");
        Message(() => From(matrices, "[1, 2]")).ShouldBe("$[0]: expected an array of numbers, found an integer.");
    }

    [Fact]
    public void Errors_say_where()
    {
        Message(() => From(StandardCodecs.Dictionary<string, int>(), "{\"a\": 1, \"b\": \"x\"}")).ShouldBe("$.b: expected an integer, found \"x\".");
        Message(() => From(StandardCodecs.RawArray<int>(), "[1, 2.5]")).ShouldBe("$[1]: expected an integer, found \"2.5\".");
        Message(() => From(StandardCodecs.List<string>(), "{}")).ShouldBe("$: expected an array, found a map.");
        Message(() => From<byte>("300")).ShouldBe("$: expected an integer from 0 to 255, found 300.");
        Message(() => From<int>("[1")).ShouldStartWith("This is not JSON");
        Message(() => From<int>("1 2")).ShouldStartWith("This is not JSON");
        Message(() => From<int>("")).ShouldStartWith("This is not JSON");
        Message(() => From<int>(new string('[', 600))).ShouldStartWith("This is not JSON");
    }

    private static string Json<T>(T value) => Json(Codecs<T>.Instance, value);

    private static string Json<T>(Codec<T> codec, T value) => JsonTranscoder.ToJson(new ReadOnlySequence<byte>(RoundTrip.Encode(codec, value)));

    private static T From<T>(string json) => From(Codecs<T>.Instance, json);

    private static T From<T>(Codec<T> codec, string json) => ArtifactSerializer.FromJson(codec, Encoding.UTF8.GetBytes(json));

    private static string Message(Action action) => Should.Throw<FlowException>(action).Message;
}
