using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>A URI, absolute or relative.</summary>
internal sealed class UriReader : ParameterReader<Uri>
{
    public override string Expected => "a URI such as https://example.org/data.csv";

    public override Uri Read(string text) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri : throw new FormatException("");
}
