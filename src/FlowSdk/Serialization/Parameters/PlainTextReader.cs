using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Text as it stands.</summary>
internal sealed class PlainTextReader : ParameterReader<string>
{
    public override string Expected => "text";

    public override string Read(string text) => text;
}
