using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FlowSdk.Generated;

/// <summary>Limits the length of a text or the number of elements of a collection, both limits included. Used by generated code.</summary>
/// <remarks>It stands for MinLength, MaxLength and Length, which find the length of a collection by reflection.</remarks>
/// <param name="minimum">The least length.</param>
/// <param name="maximum">The greatest length.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthRule(int minimum, int maximum) : ValidationAttribute
{
    /// <summary>The least length.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The greatest length.</summary>
    public int Maximum { get; } = maximum;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || Length(value) is var length && length >= Minimum && length <= Maximum;

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => ErrorMessage is { } message
        ? string.Format(CultureInfo.CurrentCulture, message, name, Minimum, Maximum)
        : Maximum == int.MaxValue ? $"The length of {name} must be at least {Minimum}."
        : Minimum == 0 ? $"The length of {name} must be at most {Maximum}."
        : $"The length of {name} must be between {Minimum} and {Maximum}.";

    private static int Length(object value) => value switch
    {
        string text => text.Length,
        ICollection collection => collection.Count,
        IEnumerable elements => elements.Cast<object?>().Count(),
        _ => 0,
    };
}
