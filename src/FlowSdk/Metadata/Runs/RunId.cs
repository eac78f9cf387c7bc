using System.Globalization;

namespace FlowSdk.Metadata;

/// <summary>
/// Ids of runs: the time of creation in UTC to the millisecond, then four random characters, as in <c>20261121-093200412-k7qp</c>. They sort by time, can be typed, and are
/// made without asking anyone.
/// </summary>
internal static class RunId
{
    private const string TimeFormat = "yyyyMMdd-HHmmssfff";

    // No letter that looks like a digit or another letter.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Mint(DateTimeOffset time, Random random) =>
        $"{TimeOf(time)}-{random.GetString(Alphabet, 4)}";

    /// <summary>What ids of runs that are created at a time, to the millisecond, begin with; greater than ids of all runs before.</summary>
    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>What stands in the index before all runs created at a time, to the millisecond, or earlier, and after all of later ones. It is no id.</summary>
    public static string BeforeAll(DateTimeOffset time) => TimeOf(time) + "-";

    /// <summary>Whether a text has the form of a whole id.</summary>
    public static bool IsWhole(string text) =>
        text.Length == TimeFormat.Length + 5
        && text[TimeFormat.Length] == '-'
        && DateTime.TryParseExact(text.AsSpan(0, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The id with each digit of its time taken from nine, and the days as a folder: so later runs come first in a listing. It is its own inverse, but for the slash.</summary>
    public static string ToIndex(string runId) => Complement(runId[..8]) + "/" + Complement(runId[9..18]) + runId[18..];

    /// <summary>The id of an entry that <see cref="ToIndex"/> made; null for any other text.</summary>
    public static string? FromIndex(string entry) =>
        entry.Length == TimeFormat.Length + 5 && entry[8] == '/' && Complement(entry[..8]) + "-" + Complement(entry[9..18]) + entry[18..] is var runId && IsWhole(runId)
            ? runId
            : null;

    private static string Complement(string digits) =>
        string.Create(digits.Length, digits, static (span, digits) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)('0' + '9' - digits[i]);
            }
        });
}
