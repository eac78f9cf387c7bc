using System.CommandLine;
using System.Globalization;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Ages and moments as options give them: <c>30d</c>, <c>2026-11-20</c>.</summary>
internal static class TimeText
{
    /// <summary>An age: a number and <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c> or <c>w</c>.</summary>
    public static TimeSpan Age(Option option, string text) =>
        TryAge(text) ?? throw Invalid(option, text, "an age such as 30d (w, d, h, m and s are understood)");

    /// <summary>A moment: an age before now, or a date with or without a time, here where no zone is given.</summary>
    public static DateTimeOffset Moment(Option option, string text, DateTimeOffset now) =>
        TryAge(text) is { } age ? now - age
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) && char.IsAsciiDigit(text[0]) && text.Contains('-') ? time
        : throw Invalid(option, text, "an age such as 2d or 12h, or a date such as 2026-11-20 or \"2026-11-20 18:00\"");

    /// <summary>A whole number.</summary>
    public static int Number(Option option, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw Invalid(option, text, $"a whole number, {least} or more");

    private static TimeSpan? TryAge(string text) =>
        text.Length > 1 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && SecondsOf(text[^1]) is { } seconds
            && number * seconds < TimeSpan.FromDays(365_000).TotalSeconds
            ? TimeSpan.FromSeconds(number * seconds)
            : null;

    private static double? SecondsOf(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        'w' => 7 * 86_400,
        _ => null,
    };

    private static UsageException Invalid(Option option, string text, string expected) =>
        new(FlowErrors.InvalidOption, $"{option.Name} was given '{text}', but {expected} is expected.");
}
