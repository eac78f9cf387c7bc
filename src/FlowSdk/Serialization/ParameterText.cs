using System.ComponentModel;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

/// <summary>Readers of parameters by type. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterText
{
    /// <summary>Text as it stands.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<string> String() => new PlainTextReader();

    /// <summary>True or false; the option alone means true.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<bool> Boolean() => new BooleanReader();

    /// <summary>A type that parses itself, with the invariant culture.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The reader.</returns>
    public static ParameterReader<T> Parsable<T>()
        where T : IParsable<T> => new ParsableReader<T>();

    /// <summary>A member of an enum, by name in any case; several names, separated by commas, are combined.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The reader.</returns>
    public static ParameterReader<T> Enum<T>()
        where T : struct, Enum => new EnumReader<T>();

    /// <summary>A URI, absolute or relative.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<Uri> Uri() => new UriReader();

    /// <summary>A version of two to four numbers.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<Version> Version() => new VersionReader();

    /// <summary>A value or nothing: empty text is null.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">Reads a value.</param>
    /// <returns>The reader.</returns>
    public static ParameterReader<T?> Nullable<T>(ParameterReader<T> value)
        where T : struct => new NullableReader<T>(value);

    /// <summary>Elements separated by commas, or a JSON array.</summary>
    /// <typeparam name="TCollection">An array of the elements, or a standard collection.</typeparam>
    /// <typeparam name="TElement">The elements' type.</typeparam>
    /// <param name="element">Reads an element.</param>
    /// <returns>The reader.</returns>
    public static ParameterReader<TCollection> List<TCollection, TElement>(ParameterReader<TElement> element)
        where TCollection : notnull => new ListReader<TCollection, TElement>(element);

    /// <summary>Any type that can be persisted: JSON text, or the name of a file with it after an <c>@</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The reader.</returns>
    public static ParameterReader<T> Json<T>() => new JsonReader<T>();

    /// <summary>The path of a file, whose content is kept with the run.</summary>
    /// <returns>The reader.</returns>
    public static ParameterReader<IncludedFile> File() => new FileReader();
}
