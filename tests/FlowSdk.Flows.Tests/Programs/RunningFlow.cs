using System.Diagnostics;
using System.Globalization;

namespace FlowSdk.Flows.Tests.Programs;

/// <summary>A run that is under way, seen by what it prints.</summary>
internal static class RunningFlow
{
    /// <summary>The process that runs the step of SlowFlow, once it does.</summary>
    public static Task<Process> WorkerOfAsync(Process runner) => ProcessOfAsync(runner, "waiting in process ");

    /// <summary>The process whose id stands behind a mark in the next line that has it.</summary>
    public static async Task<Process> ProcessOfAsync(Process runner, string mark)
    {
        var line = await LineAsync(runner.StandardOutput, mark);
        return Process.GetProcessById(int.Parse(line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The next line that contains a text.</summary>
    public static async Task<string> LineAsync(StreamReader output, string text)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The program ended before it wrote '{text}'.");
    }

    public static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
