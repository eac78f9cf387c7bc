using System.Buffers;
using System.IO.Compression;

namespace FlowSdk.Storage;

/// <summary>Compresses content where that pays: a quick look at some of it decides.</summary>
internal static class ContentCompression
{
    /// <summary>Less than this is compressed whole rather than looked at.</summary>
    private const int SampleAll = 32 << 10;

    private const int SampleSize = 8 << 10;

    private const int Samples = 4;

    private const int Quality = 1;

    private const int Window = 22;

    /// <summary>Compresses content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="rented">The compressed bytes, in an array to be given back to the pool.</param>
    /// <returns>The number of compressed bytes, or 0 when it does not pay.</returns>
    public static int TryCompress(ReadOnlySequence<byte> content, out byte[] rented)
    {
        if (content.Length > SampleAll && !LooksWorthwhile(content))
        {
            rented = [];
            return 0;
        }

        var most = (int)(content.Length / 10 * 9);
        rented = ArrayPool<byte>.Shared.Rent(most);
        using var encoder = new BrotliEncoder(Quality, Window);
        var (written, rest) = (0, content.Length);
        foreach (var piece in content)
        {
            rest -= piece.Length;
            var source = piece.Span;
            OperationStatus status;
            do
            {
                status = encoder.Compress(source, rented.AsSpan(written, most - written), out var consumed, out var produced, rest == 0);
                source = source[consumed..];
                written += produced;
            }
            while (status == OperationStatus.Done && !source.IsEmpty);

            if (status != OperationStatus.Done)
            {
                ArrayPool<byte>.Shared.Return(rented);
                rented = [];
                return 0;
            }
        }

        return written;
    }

    /// <summary>Decompresses content into exactly as many bytes as it has.</summary>
    public static bool TryDecompress(ReadOnlySpan<byte> compressed, Span<byte> content) =>
        BrotliDecoder.TryDecompress(compressed, content, out var written) && written == content.Length;

    private static bool LooksWorthwhile(ReadOnlySequence<byte> content)
    {
        Span<byte> sample = stackalloc byte[SampleSize];
        Span<byte> compressed = stackalloc byte[SampleSize * 3 / 4];
        var worthwhile = 0;
        for (var i = 0; i < Samples; i++)
        {
            content.Slice((content.Length - SampleSize) / (Samples - 1) * i, SampleSize).CopyTo(sample);
            if (BrotliEncoder.TryCompress(sample, compressed, out _, Quality, Window))
            {
                worthwhile++;
            }
        }

        return worthwhile * 2 > Samples;
    }
}
