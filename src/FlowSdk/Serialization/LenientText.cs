using System.Globalization;
using System.Numerics;

namespace FlowSdk.Serialization;

/// <summary>Numbers as people write them in JSON.</summary>
internal static class LenientText
{
    // Parsing takes the square of the digits: nobody writes that many by hand.
    private const int MaxDigits = 10_000;

    /// <summary>Reads an integer of 64 bits, also one such as 1e3.</summary>
    public static bool TryInteger(string text, out (bool Negative, ulong Bits) value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed))
        {
            value = (signed < 0, (ulong)signed);
            return true;
        }

        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned))
        {
            value = (false, unsigned);
            return true;
        }

        var whole = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number
            && number is >= long.MinValue and <= ulong.MaxValue;
        value = !whole ? default : number < 0 ? (true, (ulong)(long)number) : (false, (ulong)number);
        return whole;
    }

    /// <summary>Reads an integer of any size.</summary>
    public static bool TryBigInteger(string text, out BigInteger value)
    {
        value = default;
        return text.Length <= MaxDigits
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
