using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The path of a file, whose content is kept with the run.</summary>
internal sealed class FileReader : ParameterReader<IncludedFile>
{
    public override string Expected => "the path of a file";

    public override IncludedFile Read(string text)
    {
        try
        {
            // Opened once, so that a file that may not be read is refused before anything runs.
            using var file = File.OpenRead(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException(exception.Message, exception);
        }

        return IncludedFile.FromFile(text);
    }
}
