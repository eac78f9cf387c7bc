namespace FlowSdk.CommandLine;

/// <summary>Colors for words, where colors are wanted.</summary>
internal static class AnsiText
{
    public static string Red(string text, bool color) => Wrap(text, "31", color);

    public static string Green(string text, bool color) => Wrap(text, "32", color);

    public static string Yellow(string text, bool color) => Wrap(text, "33", color);

    public static string Dim(string text, bool color) => Wrap(text, "2", color);

    public static string Bold(string text, bool color) => Wrap(text, "1", color);

    /// <summary>A status in its color.</summary>
    public static string Status(string text, RunStatus status, bool color) => status switch
    {
        RunStatus.Succeeded => Green(text, color),
        RunStatus.Failed => Red(text, color),
        RunStatus.Running => text,
        _ => Yellow(text, color),
    };

    /// <summary>A status in its color.</summary>
    public static string Status(string text, TaskRunStatus status, bool color) => status switch
    {
        TaskRunStatus.Succeeded => Green(text, color),
        TaskRunStatus.Failed => Red(text, color),
        TaskRunStatus.Running or TaskRunStatus.Pending => text,
        _ => Yellow(text, color),
    };

    private static string Wrap(string text, string code, bool color) => color && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
