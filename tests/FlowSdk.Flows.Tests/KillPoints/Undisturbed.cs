using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests.KillPoints;

/// <summary>A run that nothing happens to: what it leaves, and how many changes each kind of process makes to the disk.</summary>
public sealed class Undisturbed : IAsyncLifetime
{
    internal static FlowProgram Program { get; } = FlowProgram.Of("FlowSdk.KillPoints");

    /// <summary>What each task leaves.</summary>
    internal string[] Entries { get; private set; } = [];

    /// <summary>The changes by isolation and kind of process.</summary>
    internal Dictionary<(string Isolation, string Role), int> Changes { get; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var isolation in (string[])["process", "inline"])
        {
            using var directory = new TemporaryDirectory();
            var logs = Directory.CreateDirectory(directory["logs"]).FullName;
            var result = await Program.RunAsync(
                directory.Path, new Dictionary<string, string> { ["KILL_LOG"] = logs }, ["run", "--isolation", isolation, "--max-workers", "2"]);
            result.ShouldSucceed();
            Entries = await Ledger.ReadAsync(directory);
            foreach (var role in (string[])["runner", "worker"])
            {
                Changes[(isolation, role)] = Directory.EnumerateFiles(logs, $"{role}*").Select(f => File.ReadLines(f).Count()).DefaultIfEmpty(0).Max();
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
