using System.Diagnostics;
using System.Text;

namespace FlowSdk.Flows.Tests.Programs;

/// <summary>A built flow program, to be started as its user starts it.</summary>
/// <param name="assembly">The path of its assembly.</param>
internal sealed class FlowProgram(string assembly)
{
    // No program under test takes more than seconds: one that takes this long hangs.
    private static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(3);

    /// <summary>The program of hand-written flows.</summary>
    public static FlowProgram Flows { get; } = Of("FlowSdk.Flows");

    public string Assembly => assembly;

    /// <summary>The program of a project beside this one.</summary>
    public static FlowProgram Of(string project) => new(Locate(project));

    public Task<ProgramResult> RunAsync(string directory, params string[] arguments) => RunAsync(directory, new Dictionary<string, string>(), arguments);

    public async Task<ProgramResult> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        using var process = Start(directory, environment, arguments);
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(MaxDuration, TestContext.Current.CancellationToken);
        }
        finally
        {
            // Nothing to do for one that has ended.
            process.Kill(entireProcessTree: true);
        }

        return new ProgramResult(process.ExitCode, await stdout, await stderr);
    }

    public Process Start(string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("FLOWSDK_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    // tests/X.Tests/bin/Debug/net10.0 -> tests/X/bin/Debug/net10.0
    private static string Locate(string name)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var tests = configuration.Parent!.Parent!.Parent!;
        return Path.Combine(tests.FullName, name, "bin", configuration.Name, framework.Name, $"{name}.dll");
    }
}
