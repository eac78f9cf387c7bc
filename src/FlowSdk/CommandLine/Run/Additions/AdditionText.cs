using System.Globalization;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>One <c>--with NAME:argument=value,argument=value</c>, taken apart.</summary>
internal sealed class AdditionText
{
    private readonly string _text;
    private readonly Dictionary<string, string> _values;

    private AdditionText(string text, string name, Dictionary<string, string> values) => (_text, Name, _values) = (text, name, values);

    public string Name { get; }

    /// <summary>The arguments that were given, in the case in which they were.</summary>
    public IReadOnlyCollection<string> Arguments => _values.Keys;

    public static AdditionText Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var values = new Dictionary<string, string>();
        foreach (var part in colon < 0 ? [] : text[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !values.TryAdd(part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart()))
            {
                throw Wrong(text, equals <= 0 ? $"'{part}' is not of the form argument=value" : $"'{part[..equals]}' is given twice");
            }
        }

        return new(text, name, values);
    }

    public int Whole(string argument, int otherwise, int least) => Number(
        argument, otherwise, t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least ? n : null, $"a whole number, {least} or more");

    public double Decimal(string argument, double otherwise) => Number(
        argument, otherwise, t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n >= 0 && double.IsFinite(n) ? n : null, "a number, 0 or more");

    /// <summary>A number of hours, minutes or seconds, of which no more than a <see cref="TimeSpan"/> can be.</summary>
    public double Time(string argument, double otherwise, long ticks)
    {
        var most = long.MaxValue / ticks;
        return Decimal(argument, otherwise) is var time && time <= most ? time : throw Wrong($"{argument} is to be a number from 0 to {most}");
    }

    public T Choice<T>(string argument, T otherwise)
        where T : struct, Enum => Number(
        argument,
        otherwise,
        t => Enum.GetNames<T>().FirstOrDefault(n => n.Equals(t, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null,
        $"one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    public string? Text(string argument) => _values.FirstOrDefault(v => ArgumentNames.Comparer.Equals(v.Key, argument)).Value;

    public UsageException Wrong(string why) => Wrong(_text, why);

    private static UsageException Wrong(string text, string why) => new(FlowErrors.InvalidOption, $"--with was given '{text}', but {why}.");

    private T Number<T>(string argument, T otherwise, Func<string, T?> read, string expected)
        where T : struct => Text(argument) is not { } text ? otherwise : read(text) ?? throw Wrong($"{argument} is to be {expected}");
}
