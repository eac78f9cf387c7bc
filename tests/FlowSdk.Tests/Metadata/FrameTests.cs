using FlowSdk.Metadata;

namespace FlowSdk.Tests.Metadata;

public sealed class FrameTests
{
    [Fact]
    public void A_frame_has_literal_bytes()
    {
        byte[] frame = new byte[Frame.HeaderSize + 3];
        "abc"u8.CopyTo(frame.AsSpan(Frame.HeaderSize));
        Frame.Seal(frame, 4);
        Convert.ToHexStringLower(frame).ShouldBe(Expected);
    }

    [Fact]
    public void Every_flipped_bit_of_length_and_type_is_found_by_the_check()
    {
        for (var bit = 0; bit < 40; bit++)
        {
            byte[] frame = new byte[Frame.HeaderSize];
            Frame.Seal(frame, 4);
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
            Frame.TryReadHeader(frame, out _, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void An_array_that_announces_more_than_there_is_makes_no_room()
    {
        Should.Throw<InvalidDataException>(() => new PackReader([0xDD, 0x7F, 0xFF, 0xFF, 0xFF, 1]).ReadArrayHeader());
        new PackReader([0x92, 1, 2]).ReadArrayHeader().ShouldBe(2);
    }

    [Fact]
    public void Zeros_are_no_frame() => Frame.TryReadHeader(new byte[Frame.HeaderSize], out _, out _).ShouldBeFalse();

    private const string Expected = "03000004e10bb2362e616263";
}
