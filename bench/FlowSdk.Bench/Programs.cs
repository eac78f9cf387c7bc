using System.Diagnostics;

namespace FlowSdk.Bench;

/// <summary>Starts the programs that were built beside this one, as a user would.</summary>
internal static class Programs
{
    /// <summary>The path of a program of bench/, built in the configuration of this one.</summary>
    public static string PathOf(string name)
    {
        // bench/FlowSdk.Bench/bin/CONFIGURATION/net10.0/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var bench = output.Parent!.Parent!.Parent!.Parent!.FullName;
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return Path.Combine(bench, name, "bin", output.Parent.Name, output.Name, file);
    }

    /// <summary>Runs a program with an empty store and gives the seconds from its start to its end.</summary>
    public static async Task<double> RunAsync(string name, params string[] arguments) => (await ObserveAsync(name, arguments)).Seconds;

    /// <summary>As <see cref="RunAsync"/>; gives the most memory in bytes that the program itself, without its children, was seen to use, too.</summary>
    public static async Task<(double Seconds, long PeakMemory)> ObserveAsync(string name, params string[] arguments)
    {
        var store = Directory.CreateTempSubdirectory("flowsdk-bench-");
        try
        {
            return await ObserveAsync(store, name, arguments);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    /// <summary>The same with a store that is there.</summary>
    public static async Task<(double Seconds, long PeakMemory)> ObserveAsync(DirectoryInfo store, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(PathOf(name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = store.FullName };
        start.Environment["FLOWSDK_STORE"] = store.FullName;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        long peak = 0;
        while (await Task.WhenAny(exit, Task.Delay(20)) != exit)
        {
            process.Refresh();
            peak = process.HasExited ? peak : Math.Max(peak, process.WorkingSet64);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, peak)
            : throw new InvalidOperationException($"{name} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}");
    }
}
