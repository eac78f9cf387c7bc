using System.Buffers;
using System.Globalization;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>Values of artifacts as text, without the flow's types.</summary>
internal static class ArtifactText
{
    /// <summary>A value that is inline, as JSON on one line, cut to a length; else only its size.</summary>
    public static string OfInline(ArtifactReference reference, int maxLength) =>
        reference.IsInline ? Of(new ReadOnlySequence<byte>(reference.Inline), maxLength) : SizeOf(reference.Length);

    /// <summary>A value as JSON on one line, cut to a length.</summary>
    public static string Of(ReadOnlySequence<byte> bytes, int maxLength)
    {
        var json = JsonTranscoder.ToJson(bytes);
        return json.Length <= maxLength ? json : $"{json[..(maxLength - 1)]}…";
    }

    public static string SizeOf(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.00} GiB"),
    };
}
