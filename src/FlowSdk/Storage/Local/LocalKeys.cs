using System.Globalization;
using System.Text;

namespace FlowSdk.Storage;

/// <summary>
/// The file of each key, the same on every system: file systems differ in case, in normal forms and in the names that they refuse. Lower-case
/// letters, digits and a few signs stand for themselves, an upper-case letter is a caret and its lower-case one, all else is <c>%xx</c> for each byte of its UTF-8.
/// </summary>
/// <remarks>Nothing that this makes contains a tilde, so names with one are the folder's own.</remarks>
internal static class LocalKeys
{
    public const int MaxKeyLength = 400;

    /// <summary>A longer name goes on in a folder of its own; every file system takes 255 bytes.</summary>
    private const int MaxNameBytes = 200;

    /// <summary>The UTF-8 of a character that stands for itself has at most so many.</summary>
    private const int MaxPlainBytes = 3;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The relative path of a key's file, with slashes, which every system understands.</summary>
    /// <exception cref="ArgumentException">It is no key.</exception>
    public static string ToPath(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxKeyLength)
        {
            throw new ArgumentException($"The key has {key.Length} characters; {MaxKeyLength} is the most.", nameof(key));
        }

        var path = new StringBuilder(key.Length + 16);
        foreach (var segment in key.Split('/'))
        {
            if (segment.Length == 0)
            {
                throw new ArgumentException($"The key '{key}' has an empty segment.", nameof(key));
            }

            if (path.Length > 0)
            {
                path.Append('/');
            }

            AppendSegment(path, segment);
        }

        return path.ToString();
    }

    /// <summary>The part of a key that a name stands for, or null when no key leads to it.</summary>
    /// <param name="name">The name of a file or folder.</param>
    /// <param name="continues">Whether the rest of the segment is in the folder of that name.</param>
    public static string? FromName(string name, out bool continues)
    {
        continues = name.EndsWith('%');
        if (IsPlain(name))
        {
            return name;
        }

        var bytes = new List<byte>(name.Length);
        var end = continues ? name.Length - 1 : name.Length;
        for (var i = 0; i < end; i++)
        {
            if (name[i] == '^' && i + 1 < end && char.IsAsciiLetterLower(name[i + 1]))
            {
                bytes.Add((byte)(name[++i] - 'a' + 'A'));
            }
            else if (name[i] == '%' && i + 2 < end && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (IsPlain(name[i]))
            {
                bytes.AddRange(Utf8.GetBytes([name[i]]));
            }
            else
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void AppendSegment(StringBuilder path, string segment)
    {
        var nameBytes = 0;
        var reserved = IsReserved(segment);
        if (!reserved && segment is { Length: <= MaxNameBytes / MaxPlainBytes } and [not '.', ..] and [.., not '.'] && IsPlain(segment))
        {
            path.Append(segment);
            return;
        }

        for (var i = 0; i < segment.Length; i++)
        {
            var rune = char.IsSurrogatePair(segment, i) ? 2 : 1;
            var mustEscape = reserved && i == 0 || segment[i] == '.' && (i == 0 || i == segment.Length - 1);
            var escaped = Escape(segment.AsSpan(i, rune), mustEscape);
            var bytes = Utf8.GetByteCount(escaped);
            if (nameBytes + bytes > MaxNameBytes)
            {
                path.Append("%/");
                nameBytes = 0;
            }

            path.Append(escaped);
            nameBytes += bytes;
            i += rune - 1;
        }
    }

    private static string Escape(ReadOnlySpan<char> rune, bool mustEscape)
    {
        if (rune.Length == 1 && !mustEscape)
        {
            if (IsPlain(rune[0]))
            {
                return rune.ToString();
            }

            if (char.IsAsciiLetterUpper(rune[0]))
            {
                return $"^{char.ToLowerInvariant(rune[0])}";
            }
        }

        Span<byte> bytes = stackalloc byte[4];
        var escaped = new StringBuilder(12);
        foreach (var value in bytes[..Utf8.GetBytes(rune, bytes)])
        {
            escaped.Append(CultureInfo.InvariantCulture, $"%{value:x2}");
        }

        return escaped.ToString();
    }

    // Nearly all names are, and there may be very many of them.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!IsPlain(c))
            {
                return false;
            }
        }

        return true;
    }

    // Scripts without case whose letters no file system rewrites, so that names in them stay readable.
    private static bool IsPlain(char c) =>
        char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.' or '+' or '=' or '@' or ','
        || c is (>= '\u3041' and <= '\u3096') or (>= '\u30a1' and <= '\u30fa') or '\u30fc' or (>= '\u4e00' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3');

    // Windows keeps these for devices, whatever follows after a dot.
    private static bool IsReserved(string segment)
    {
        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        return (dot < 0 ? segment.Length : dot) is 3 or 4
            && segment.Split('.')[0].ToLowerInvariant() is "con" or "prn" or "aux" or "nul" or ['c', 'o', 'm', _] or ['l', 'p', 't', _];
    }
}
