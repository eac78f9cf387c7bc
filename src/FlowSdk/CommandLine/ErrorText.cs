using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Tells the user what went wrong.</summary>
internal static class ErrorText
{
    /// <summary>Writes errors to standard error, with <c>--json</c> also as a document to standard output.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ProgramConsole console, FlowException exception, bool json)
    {
        IReadOnlyList<FlowError> errors = exception is UsageException usage ? usage.Errors : [new(exception.Id, exception.Message)];
        if (json)
        {
            JsonDocumentWriter.Write(console.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("errors");
                foreach (var error in errors)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", error.Id);
                    writer.WriteString("message", error.Message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }

        foreach (var error in errors)
        {
            console.Error.WriteLine(console.HasColor ? $"\e[31merror {error.Id}\e[0m: {error.Message}" : $"error {error.Id}: {error.Message}");
        }

        return ExitCodes.Of(errors[0].Id);
    }
}
