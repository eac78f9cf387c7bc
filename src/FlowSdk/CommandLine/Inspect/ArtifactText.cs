using System.Buffers;
using System.Globalization;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>Values of artifacts as text, without the flow's types.</summary>
internal static class ArtifactText
{
    /// <summary>A value as JSON on one line, cut to a length.</summary>
    public static string Of(ReadOnlySequence<byte> bytes, int maxLength) => Cut(JsonTranscoder.ToJson(bytes), maxLength);

    /// <summary>A text, cut to a length.</summary>
    public static string Cut(string text, int maxLength) =>
        text.Length <= maxLength ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1)}…";

    public static string SizeOf(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.00} GiB"),
    };
}
