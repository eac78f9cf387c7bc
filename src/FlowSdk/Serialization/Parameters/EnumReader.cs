using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>A member of an enum by its name. Numbers are refused: they would bring in values that no one has named.</summary>
internal sealed class EnumReader<T> : ParameterReader<T>
    where T : struct, Enum
{
    public override string Expected => $"one of {string.Join(", ", Enum.GetNames<T>())}";

    public override T Read(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.All(name => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase)) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new FormatException("");
    }
}
