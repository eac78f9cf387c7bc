using System.ComponentModel;
using System.Diagnostics;

namespace FlowSdk.Runtime.Machine;

/// <summary>Asks the NVIDIA driver for its devices: the files that it shows on Linux, else its own tool.</summary>
internal static class NvidiaDriver
{
    private const string DriverDirectory = "/proc/driver/nvidia/gpus";

    /// <summary>The unique names of the devices, in the order in which they are numbered; "" for one whose name is not known.</summary>
    public static IReadOnlyList<string> Devices() =>
        OperatingSystem.IsLinux() && Directory.Exists(DriverDirectory) ? ReadDirectory(DriverDirectory, "/dev") : AskTool();

    /// <summary>Reads what the driver shows: a folder for each device, by bus address, with a file that names it.</summary>
    public static IReadOnlyList<string> ReadDirectory(string directory, string deviceDirectory)
    {
        List<string> names = [];
        foreach (var device in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(Path.Combine(device, "information"));

            // In a container the driver may show devices that the container was not given.
            if (Field(lines, "Device Minor:") is not { Length: > 0 } minor || File.Exists(Path.Combine(deviceDirectory, $"nvidia{minor}")))
            {
                names.Add(Known(Field(lines, "GPU UUID:")));
            }
        }

        return names;
    }

    /// <summary>Reads lines such as <c>GPU 0: NVIDIA H200 (UUID: GPU-5d5ba0d6)</c>.</summary>
    public static IReadOnlyList<string> ParseList(string list) =>
        [.. list.Split('\n').Where(l => l.StartsWith("GPU ", StringComparison.Ordinal)).Select(l => Known(Between(l, "(UUID: ", ")")))];

    private static IReadOnlyList<string> AskTool()
    {
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("nvidia-smi", "-L") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            tool.ErrorDataReceived += static (_, _) => { };
            tool.BeginErrorReadLine();
            var list = tool.StandardOutput.ReadToEnd();
            tool.WaitForExit();
            return tool.ExitCode == 0 ? ParseList(list) : [];
        }
        catch (Win32Exception)
        {
            // The tool comes with the driver: a machine without it has no GPU that CUDA could use.
            return [];
        }
    }

    private static string? Field(string[] lines, string name) =>
        Array.Find(lines, l => l.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    // Until a device is first used the driver may show question marks.
    private static string Known(string? name) => name is null || name.Contains('?', StringComparison.Ordinal) ? "" : name;

    private static string? Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = start < before.Length ? -1 : text.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}
