using System.Text;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Any type that can be persisted: JSON text, or the name of a file with it after an <c>@</c>.</summary>
internal sealed class JsonReader<T> : ParameterReader<T>
{
    public override string Expected => "JSON, or @ and the name of a JSON file";

    internal override bool TakesJson => true;

    public override T Read(string text) => Decode(text.StartsWith('@') ? ReadFile(text[1..]) : Encoding.UTF8.GetBytes(text));

    private static T Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return ArtifactSerializer.FromJson(Codecs<T>.Instance, json);
        }
        catch (FlowException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static ReadOnlySpan<byte> ReadFile(string path)
    {
        try
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
            return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
