using System.Globalization;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>A type that parses itself, with the invariant culture, so that a command means the same on every machine.</summary>
internal sealed class ParsableReader<T> : ParameterReader<T>
    where T : IParsable<T>
{
    public override string Expected { get; } = ExpectedText.Of(typeof(T));

    public override T Read(string text)
    {
        // The invariant culture reads "0,5" as 5, which nobody means.
        if (ExpectedText.IsFractional(typeof(T)) && text.Contains(',', StringComparison.Ordinal))
        {
            throw new FormatException("write fractions with a point and without separators of thousands");
        }

        try
        {
            // Without this style, a time that ends in Z would come back as local time.
            return typeof(T) == typeof(DateTime)
                ? (T)(object)DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
                : T.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception) when (ExpectedText.Knows(typeof(T)))
        {
            // The runtime's own messages only say again that the text is wrong.
            throw new FormatException("", exception);
        }
        catch (OverflowException exception)
        {
            throw new FormatException("the value is out of range", exception);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
