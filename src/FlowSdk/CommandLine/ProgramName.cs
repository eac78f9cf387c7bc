namespace FlowSdk.CommandLine;

/// <summary>How this program was started, so that the commands that it proposes can be pasted.</summary>
internal static class ProgramName
{
    /// <summary>The command that starts this program from the current directory.</summary>
    public static string Current { get; } = Of(
        AppContext.GetData("EntryPointFilePath") as string, Environment.ProcessPath, Environment.GetCommandLineArgs()[0], Environment.CurrentDirectory);

    /// <param name="source">The file of a file-based program; null for others.</param>
    /// <param name="process">The executable of this process.</param>
    /// <param name="entry">The first word of the process's command line, which is the assembly.</param>
    /// <param name="directory">The current directory.</param>
    public static string Of(string? source, string? process, string entry, string directory)
    {
        if (source is not null)
        {
            return $"dotnet run {Quote(Relative(source, directory))} --";
        }

        return process is null || Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? $"dotnet {Quote(Relative(entry, directory))}"
            : Quote(AsCommand(Relative(process, directory)));
    }

    /// <summary>A word as a shell takes it.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '/' or '\\' or '.' or '-' or '_' or ':' or '=' or ',' or '@' or '+') ? word : $"\"{word}\"";

    private static string Relative(string path, string directory)
    {
        var relative = Path.GetRelativePath(directory, path);
        return relative.Length < path.Length ? relative : path;
    }

    private static string AsCommand(string path) => path.AsSpan().ContainsAny('/', '\\') ? path : $".{Path.DirectorySeparatorChar}{path}";
}
