using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>A version of two to four numbers.</summary>
internal sealed class VersionReader : ParameterReader<Version>
{
    public override string Expected => "a version such as 1.2.3";

    public override Version Read(string text) => Version.TryParse(text, out var version) ? version : throw new FormatException("");
}
