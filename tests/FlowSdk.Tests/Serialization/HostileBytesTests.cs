using System.Buffers;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

public sealed class HostileBytesTests
{
    [Fact]
    public void Whatever_is_cut_off_is_missed()
    {
        foreach (var sample in SampleCodecs.All)
        {
            var bytes = sample.Encode();
            for (var length = 0; length < bytes.Length; length++)
            {
                Should.Throw<FlowException>(() => sample.DecodeAndEncode(bytes[..length]), $"{sample} cut to {length}");
            }

            Should.Throw<FlowException>(() => sample.DecodeAndEncode([.. bytes, 0xC0]), $"{sample} and a byte more");
        }
    }

    [Fact]
    public void Changed_bytes_give_a_value_or_an_error_and_take_little_memory()
    {
        var random = new Random(20261121);
        foreach (var sample in SampleCodecs.All)
        {
            var original = sample.Encode();
            for (var round = 0; round < 300; round++)
            {
                var bytes = (byte[])original.Clone();
                for (var change = random.Next(1, 4); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                Try(() => sample.DecodeAndEncode(bytes), bytes);
            }
        }
    }

    [Fact]
    public void Random_bytes_give_a_value_or_an_error_and_take_little_memory()
    {
        var random = new Random(42);
        foreach (var sample in SampleCodecs.All)
        {
            for (var round = 0; round < 300; round++)
            {
                var bytes = new byte[random.Next(1, 64)];
                random.NextBytes(bytes);
                Try(() => sample.DecodeAndEncode(bytes), bytes);
                Try(() => JsonTranscoder.ToJson(new ReadOnlySequence<byte>(bytes)), bytes);
            }
        }
    }

    [Theory]
    [InlineData("ddffffffff0102030405")]
    [InlineData("dfffffffff0102030405")]
    [InlineData("c6ffffffff0102030405")]
    [InlineData("dbffffffff0102030405")]
    [InlineData("c9ffffffff0b02030405")]
    [InlineData("dd7fffffffdd7fffffff")]
    public void A_length_beyond_the_bytes_that_are_there_fails_at_once(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        foreach (var sample in SampleCodecs.All)
        {
            Try(() => sample.DecodeAndEncode(bytes), bytes, mustFail: true);
        }

        Try(() => JsonTranscoder.ToJson(new ReadOnlySequence<byte>(bytes)), bytes, mustFail: true);
    }

    [Fact]
    public void Deep_nesting_fails_without_overflowing_the_stack()
    {
        var bytes = Enumerable.Repeat((byte)0x91, 1_000_000).Append((byte)0xC0).ToArray();
        var error = Should.Throw<FlowException>(() => JsonTranscoder.ToJson(new ReadOnlySequence<byte>(bytes)));
        error.Message.ShouldContain("nested more than 500 levels deep");
    }

    [Fact]
    public void Nested_lengths_that_lie_take_no_more_than_a_few_times_the_bytes()
    {
        // Each level announces as many elements as there are bytes left.
        var bytes = new byte[1_000_000];
        for (var i = 0; i < 400; i++)
        {
            new byte[] { 0xDD, 0, 0x0E, 0, 0 }.CopyTo(bytes, i * 5);
        }

        Codecs<Tree?>.Register(static () => new TreeCodec());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<FlowException>(() => RoundTrip.Decode(Codecs<Tree?>.Instance, bytes));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * bytes.Length);
    }

    [Fact]
    public void A_value_in_pieces_reads_as_in_one()
    {
        foreach (var sample in SampleCodecs.All)
        {
            var bytes = sample.Encode();
            sample.DecodeAndEncode(bytes).ShouldBe(bytes, sample.ToString());
            var whole = JsonTranscoder.ToJson(new ReadOnlySequence<byte>(bytes));
            JsonTranscoder.ToJson(ByteByByte(bytes)).ShouldBe(whole);
        }
    }

    private static ReadOnlySequence<byte> ByteByByte(byte[] bytes)
    {
        var first = new BufferSegment(bytes.AsMemory(0, 1), null);
        var last = first;
        for (var i = 1; i < bytes.Length; i++)
        {
            last = new BufferSegment(bytes.AsMemory(i, 1), last);
        }

        return new(first, 0, last, 1);
    }

    private static void Try(Action action, byte[] bytes, bool mustFail = false)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failed = false;
        try
        {
            action();
        }
        catch (FlowException)
        {
            failed = true;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{Convert.ToHexStringLower(bytes)}: {e}", e);
        }

        if (mustFail)
        {
            failed.ShouldBeTrue();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000, Convert.ToHexStringLower(bytes));
    }

    private sealed record Tree(Tree?[] Children);

    private sealed class TreeCodec : Codec<Tree?>
    {
        public override void Write(ref MessagePackWriter writer, Tree? value) => writer.WriteNil();

        public override Tree? Read(ref MessagePackReader reader) =>
            reader.TryReadNil() ? null : new(ElementReader.Read(ref reader, this, "a tree"));
    }
}
