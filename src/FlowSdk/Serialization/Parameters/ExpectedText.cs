using System.Numerics;

namespace FlowSdk.Serialization;

/// <summary>What the text of a parameter should be, in words, by the parameter's type.</summary>
internal static class ExpectedText
{
    private static readonly Dictionary<Type, string> _byType = new()
    {
        [typeof(sbyte)] = "a whole number from -128 to 127",
        [typeof(byte)] = "a whole number from 0 to 255",
        [typeof(short)] = "a whole number from -32768 to 32767",
        [typeof(ushort)] = "a whole number from 0 to 65535",
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(Int128)] = "a whole number",
        [typeof(nint)] = "a whole number",
        [typeof(BigInteger)] = "a whole number",
        [typeof(uint)] = "a whole number, 0 or more",
        [typeof(ulong)] = "a whole number, 0 or more",
        [typeof(UInt128)] = "a whole number, 0 or more",
        [typeof(nuint)] = "a whole number, 0 or more",
        [typeof(Half)] = "a number",
        [typeof(float)] = "a number",
        [typeof(double)] = "a number",
        [typeof(decimal)] = "a number",
        [typeof(Complex)] = "a complex number such as <1.5; -2>",
        [typeof(char)] = "a single character",
        [typeof(Guid)] = "a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e",
        [typeof(DateTime)] = "a date and time such as 2026-01-31T12:00:00Z",
        [typeof(DateTimeOffset)] = "a date and time such as 2026-01-31T12:00:00+01:00",
        [typeof(DateOnly)] = "a date such as 2026-01-31",
        [typeof(TimeOnly)] = "a time of day such as 18:30",
        [typeof(TimeSpan)] = "a duration such as 1:30:00 (hours, minutes, seconds) or 2.00:00:00 (days first)",
        [typeof(Version)] = "a version such as 1.2.3",
    };

    private static readonly HashSet<Type> _fractional = [typeof(Half), typeof(float), typeof(double), typeof(decimal)];

    public static string Of(Type type) => _byType.GetValueOrDefault(type, $"a {type.Name}");

    public static bool Knows(Type type) => _byType.ContainsKey(type);

    /// <summary>Whether values of a type may have digits after the point.</summary>
    public static bool IsFractional(Type type) => _fractional.Contains(type);
}
