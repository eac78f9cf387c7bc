using System.Buffers;
using System.Text;

namespace FlowSdk.Metadata;

/// <summary>What tags may be: one to 500 characters of any script, and up to 50 of them.</summary>
internal static class TagRules
{
    private const int MaxLength = 500;

    private const int MaxCount = 50;

    private const int MaxShown = 30;

    /// <summary>Refuses what is no tag, or one too many.</summary>
    /// <param name="tags">All tags that a run is to have.</param>
    public static void Check(IReadOnlyCollection<string> tags)
    {
        foreach (var tag in tags)
        {
            if (Length(tag) is not (>= 1 and <= MaxLength) and var length)
            {
                throw new FlowException(FlowErrors.InvalidTag, length switch
                {
                    0 => $"A tag has 1 to {MaxLength} characters, and this one is empty. Nothing was changed.",
                    null => $"The tag '{tag}' has half a surrogate pair in it, which no encoding can hold. Nothing was changed.",
                    _ => $"A tag has 1 to {MaxLength} characters, and '{tag[..MaxShown]}…' has {length}. Nothing was changed. Keep long texts in artifacts or parameters.",
                });
            }
        }

        if (tags.Count > MaxCount)
        {
            throw new FlowException(
                FlowErrors.TooManyTags, $"A run has up to {MaxCount} tags, and would have {tags.Count}. Nothing was changed. Remove tags that nobody looks for any more.");
        }
    }

    // Characters as people count them in most scripts: Unicode's scalar values, not the halves of surrogate pairs.
    private static int? Length(string tag)
    {
        var count = 0;
        for (ReadOnlySpan<char> rest = tag; rest.Length > 0; count++)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != OperationStatus.Done)
            {
                return null;
            }

            rest = rest[used..];
        }

        return count;
    }
}
