using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>True or false, in the words that people write into scripts and settings.</summary>
internal sealed class BooleanReader : ParameterReader<bool>
{
    public override string Expected => "true or false";

    internal override bool IsFlag => true;

    public override bool Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => throw new FormatException("also yes and no, on and off, 1 and 0 are understood"),
    };
}
