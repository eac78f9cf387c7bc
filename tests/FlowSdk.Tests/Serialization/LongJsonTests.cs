using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

public sealed class LongJsonTests
{
    private const int Length = 1_000_001;

    [Fact]
    public void Long_bytes_are_written_in_pieces()
    {
        var value = new byte[Length];
        new Random(1).NextBytes(value);
        var bytes = RoundTrip.Encode(StandardCodecs.RawArray<byte>(), value);

        Json(new(bytes)).ShouldBe($"\"{Convert.ToBase64String(value)}\"");
        Json(InTwo(bytes, 70_000)).ShouldBe($"\"{Convert.ToBase64String(value)}\"");
    }

    [Fact]
    public void Long_text_is_written_in_pieces_wherever_they_cut_it()
    {
        var value = string.Concat(Enumerable.Repeat("a\n👩東é", Length / 6));
        var bytes = RoundTrip.Encode(Codecs<string>.Instance, value);

        var expected = $"\"{value.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
        foreach (var cut in (int[])[70_000, 70_001, 70_002, 70_003, 70_004])
        {
            Json(InTwo(bytes, cut)).ShouldBe(expected);
        }
    }

    [Fact]
    public void Long_text_that_is_no_Unicode_is_written_in_pieces()
    {
        var bytes = RoundTrip.Encode(Codecs<string>.Instance, $"{new string('x', Length)}\uD83D{new string('y', Length)}");

        Json(new(bytes)).ShouldBe($"\"{new string('x', Length)}\uFFFD{new string('y', Length)}\"");
    }

    [Fact]
    public void A_map_with_a_long_key_is_pairs()
    {
        var key = new string('k', Length);

        Json(new(RoundTrip.Encode(StandardCodecs.Dictionary<string, int>(), new() { [key] = 1 }))).ShouldBe($"[[\"{key}\",1]]");
    }

    [Fact]
    public void Long_text_that_is_cut_off_in_a_character_is_damaged()
    {
        byte[] bytes = [0xDB, .. BitConverter.GetBytes(Length).Reverse(), .. Enumerable.Repeat((byte)'x', Length - 1), 0xC3];

        Should.Throw<FlowException>(() => Json(new(bytes))).Message.ShouldBe("The stored value is damaged: at $ (byte 0 of 1,000,006) the text is not UTF-8.");
    }

    private static string Json(ReadOnlySequence<byte> bytes)
    {
        var buffer = new LimitedBuffer();
        using (var json = new Utf8JsonWriter(buffer, JsonValueWriter.Options(indented: false)))
        {
            JsonTranscoder.Write(bytes, json);
        }

        return Encoding.UTF8.GetString(buffer.Written);
    }

    private static ReadOnlySequence<byte> InTwo(byte[] bytes, int at)
    {
        var first = new BufferSegment(bytes.AsMemory(0, at), null);
        var last = new BufferSegment(bytes.AsMemory(at), first);
        return new(first, 0, last, last.Memory.Length);
    }
}
