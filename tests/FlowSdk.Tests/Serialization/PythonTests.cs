using System.Diagnostics;
using FlowSdk.Generated;

namespace FlowSdk.Tests.Serialization;

/// <summary>What is written here is read by a stock library of another language.</summary>
public sealed class PythonTests
{
    private const string Script = """
        import msgpack, struct, sys
        FORMATS = {3: 'i', 10: 'f', 11: 'd'}
        def ext(code, data):
            if code in FORMATS: return list(struct.unpack('<%d%s' % (len(data) // struct.calcsize(FORMATS[code]), FORMATS[code]), data))
            if code == 38: return data.hex()
            if code == 39: return int.from_bytes(data, 'little', signed=True)
            return (code, data.hex())
        print(msgpack.unpackb(bytes.fromhex(sys.argv[1]), ext_hook=ext, timestamp=3, strict_map_key=False))
        """;

    [Fact]
    public async Task Python_reads_arrays_of_numbers()
    {
        (await ReadAsync(StandardCodecs.RawArray<double>(), [1.5, -2])).ShouldBe("[1.5, -2.0]");
        (await ReadAsync(StandardCodecs.RawArray<int>(), [1, -2])).ShouldBe("[1, -2]");
        (await ReadAsync(StandardCodecs.RawArray<byte>(), [65, 0])).ShouldBe("b'A\\x00'");
    }

    [Fact]
    public async Task Python_reads_collections()
    {
        (await ReadAsync(StandardCodecs.Dictionary<string, int>(), new() { ["é"] = 1, ["b"] = -70_000 })).ShouldBe("{'é': 1, 'b': -70000}");
        (await ReadAsync(StandardCodecs.Dictionary<int, string?>(), new() { [1] = null })).ShouldBe("{1: None}");
        (await ReadAsync(StandardCodecs.List<string>(), ["a", "b"])).ShouldBe("['a', 'b']");
    }

    [Fact]
    public async Task Python_reads_single_values()
    {
        (await ReadAsync(Codecs<ulong>.Instance, ulong.MaxValue)).ShouldBe("18446744073709551615");
        (await ReadAsync(Codecs<Int128>.Instance, Int128.MaxValue)).ShouldBe("170141183460469231731687303715884105727");
        (await ReadAsync(Codecs<bool>.Instance, true)).ShouldBe("True");
        (await ReadAsync(Codecs<double>.Instance, 0.1)).ShouldBe("0.1");
        (await ReadAsync(Codecs<DateTime>.Instance, new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc))).ShouldBe("2026-11-21 08:30:00+00:00");
        (await ReadAsync(Codecs<Guid>.Instance, new Guid("00112233-4455-6677-8899-aabbccddeeff"))).ShouldBe("00112233445566778899aabbccddeeff");
    }

    private static async Task<string> ReadAsync<T>(Codec<T> codec, T value)
    {
        // Debian's own, where there is one: it is the interpreter that has Debian's packages.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : OperatingSystem.IsWindows() ? "python" : "python3";
        var start = new ProcessStartInfo(python, ["-c", Script, RoundTrip.Hex(codec, value)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        error.ShouldBe("", "The test command installs python3-msgpack.");
        return (await output).Trim();
    }
}
