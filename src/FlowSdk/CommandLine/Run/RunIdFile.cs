using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>The file that <c>--run-id-file</c> names.</summary>
internal static class RunIdFile
{
    /// <summary>Makes sure, before anything runs, that the file can be written; it is left empty until the run has an id.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void RequireWritable(string? file)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(FlowErrors.InvalidOption, $"The file '{file}' given by --run-id-file cannot be written: {exception.Message}");
        }
    }
}
