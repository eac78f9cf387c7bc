using System.Text;

namespace FlowSdk.Storage;

/// <summary>The version of a store's format, kept in an object of its own.</summary>
internal static class LocalFormat
{
    public const string Key = "format";

    public const int Version = 1;

    private const string Mark = "flowsdk-store ";

    public static byte[] Content => Encoding.UTF8.GetBytes($"{Mark}{Version}\n");

    /// <summary>Refuses a folder that is no store, or one of another version.</summary>
    /// <returns>Whether the store exists.</returns>
    public static bool Check(string root, string location)
    {
        if (File.Exists(root))
        {
            throw new FlowException(FlowErrors.StoreUnusable, $"The store '{location}' is a file, not a folder. Choose a folder with --store or FLOWSDK_STORE.");
        }

        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(root, Key));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            if (!Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any(static path => !IsOwn(Path.GetFileName(path))))
            {
                return false;
            }

            // The file is there before all else, so what another process has just made a store has it by now.
            return File.Exists(Path.Combine(root, Key)) ? Check(root, location) : throw new FlowException(
                FlowErrors.StoreVersion,
                $"The folder '{location}' holds other things than a store, and no file '{Key}'. Choose an empty or a new folder with --store or FLOWSDK_STORE.");
        }

        return text == $"{Mark}{Version}\n" ? true : throw new FlowException(FlowErrors.StoreVersion, text.StartsWith(Mark, StringComparison.Ordinal)
            ? $"The store '{location}' has format {text[Mark.Length..].Trim()}, and this program knows format {Version}. Use the FlowSdk version that wrote it, or another folder with --store or FLOWSDK_STORE."
            : $"The folder '{location}' is not a store: its file '{Key}' is something else. Choose an empty or a new folder with --store or FLOWSDK_STORE.");
    }

    // What a process that died while it made the folder a store may have left.
    private static bool IsOwn(string name) => name == ".gitignore" || name.StartsWith('~');
}
