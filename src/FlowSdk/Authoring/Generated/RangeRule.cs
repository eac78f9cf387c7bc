using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FlowSdk.Generated;

/// <summary>Limits a value to a range, both limits included unless said otherwise. Used by generated code.</summary>
/// <remarks>It stands for Range with a type, which converts its limits by reflection.</remarks>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="minimum">The least value, in the invariant culture.</param>
/// <param name="maximum">The greatest value, in the invariant culture.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeRule<T>(string minimum, string maximum) : ValidationAttribute
    where T : IParsable<T>, IComparable<T>
{
    private readonly T _minimum = T.Parse(minimum, CultureInfo.InvariantCulture);
    private readonly T _maximum = T.Parse(maximum, CultureInfo.InvariantCulture);

    /// <summary>The least value, in the invariant culture.</summary>
    public string Minimum { get; } = minimum;

    /// <summary>The greatest value, in the invariant culture.</summary>
    public string Maximum { get; } = maximum;

    /// <summary>Whether the least value itself is refused. The default is false.</summary>
    public bool MinimumIsExclusive { get; set; }

    /// <summary>Whether the greatest value itself is refused. The default is false.</summary>
    public bool MaximumIsExclusive { get; set; }

    /// <summary>Has no effect: limits are always read in the invariant culture.</summary>
    public bool ParseLimitsInInvariantCulture { get; set; }

    /// <summary>Has no effect: values are of the parameter's own type.</summary>
    public bool ConvertValueInInvariantCulture { get; set; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not T typed || (IsWithin(typed.CompareTo(_minimum), MinimumIsExclusive) && IsWithin(_maximum.CompareTo(typed), MaximumIsExclusive));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => ErrorMessage is { } message
        ? string.Format(CultureInfo.CurrentCulture, message, name, Minimum, Maximum)
        : $"{name} must be between {Minimum} and {Maximum}.";

    private static bool IsWithin(int comparison, bool isExclusive) => isExclusive ? comparison > 0 : comparison >= 0;
}
