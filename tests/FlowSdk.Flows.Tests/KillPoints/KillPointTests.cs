using System.Globalization;
using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests.KillPoints;

/// <summary>
/// Processes die, as by kill -9, before, in the middle of, and after their changes to the disk, also while they resume what died before. Then the run is
/// resumed to its end, and has left what an undisturbed run leaves. <c>FLOWSDK_KILL_POINTS</c> says at how many places of each kind; <c>eng/nightly.sh</c> takes hundreds.
/// </summary>
public sealed class KillPointTests(Undisturbed undisturbed) : IClassFixture<Undisturbed>
{
    private static readonly string[] Moments = ["before", "half", "after"];

    private static readonly int Count =
        Environment.GetEnvironmentVariable("FLOWSDK_KILL_POINTS") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 5;

    public static TheoryData<int> Points => [.. Enumerable.Range(0, Count)];

    [Theory]
    [MemberData(nameof(Points))]
    public Task A_runner_with_workers_that_dies_anywhere_loses_and_doubles_nothing(int point) => DieAsync("process", point);

    [Theory]
    [MemberData(nameof(Points))]
    public Task A_runner_that_runs_its_steps_itself_and_dies_anywhere_loses_and_doubles_nothing(int point) => DieAsync("inline", point);

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_worker_that_dies_anywhere_is_replaced_and_loses_and_doubles_nothing(int point)
    {
        using var directory = new TemporaryDirectory();

        var result = await GoOnAsync(directory, "process", RandomPoint(directory, "process", "worker", point, death: 0));

        result.ShouldSucceed();
        await CheckAsync(directory);
    }

    [Theory]
    [InlineData("/format+0", "before")]
    [InlineData("/index/+0", "before")]
    [InlineData("/index/+4", "after")]
    [InlineData("/log/+0", "half")]
    [InlineData("/succeeded/+0", "before")]
    [InlineData("/succeeded/+4", "after")]
    public async Task A_runner_that_dies_as_something_becomes_visible_leaves_it_as_it_was_or_as_it_is_to_be(string change, string moment)
    {
        using var directory = new TemporaryDirectory();

        await GoOnAsync(directory, "process", $"runner:{change}:{moment}:{directory["death 0"]}");

        (await GoOnAsync(directory, "process", killPoint: "")).ShouldSucceed();
        await CheckAsync(directory);
    }

    [Theory]
    [InlineData("/~temp/+0", "half")]
    [InlineData("/journal/+0", "before")]
    [InlineData("/journal/+0", "after")]
    [InlineData("/journal/+3", "half")]
    [InlineData("/journal/+3", "after")]
    [InlineData("/index/+0", "before")]
    [InlineData("/index/+0", "after")]
    [InlineData("/succeeded/+0", "before")]
    public async Task A_runner_that_dies_as_it_takes_over_is_resumed_as_if_it_had_not_begun_or_had_just_begun(string change, string moment)
    {
        using var directory = new TemporaryDirectory();
        await GoOnAsync(directory, "process", $"runner:journal+25:half:{directory["death 0"]}");

        var died = await GoOnAsync(directory, "process", $"runner:{change}:{moment}:{directory["death 1"]}");

        File.Exists(directory["death 1"]).ShouldBeTrue($"The process that resumed should have died: {died}");
        (await GoOnAsync(directory, "process", killPoint: "")).ShouldSucceed();
        await CheckAsync(directory);
    }

    // The first death of a case is somewhere in its share of all changes, those after it are early in a resume.
    private async Task DieAsync(string isolation, int point)
    {
        using var directory = new TemporaryDirectory();
        var deaths = 1 + (point % 3);
        for (var death = 0; death < deaths; death++)
        {
            await GoOnAsync(directory, isolation, RandomPoint(directory, isolation, "runner", point, death));
        }

        (await GoOnAsync(directory, isolation, killPoint: "")).ShouldSucceed();
        await CheckAsync(directory);
    }

    private async Task CheckAsync(TemporaryDirectory directory)
    {
        (await Ledger.ReadAsync(directory)).ShouldBe(undisturbed.Entries);
        await Ledger.CountRunsAsync(directory);
        File.Exists(directory["death 0"]).ShouldBeTrue("A process did die.");
    }

    // Runs differ by a few changes; another worker makes some of a worker's.
    private string RandomPoint(TemporaryDirectory directory, string isolation, string role, int point, int death)
    {
        var random = new Random((point * 10) + death);
        var changes = undisturbed.Changes[(isolation, role)] * (role == "worker" ? 0.4 : 0.9);
        var change = (int)(death == 0 ? (point + random.NextDouble()) * changes / Count : random.NextDouble() * changes / 2);
        return $"{role}:+{change}:{Moments[(point + death) % Moments.Length]}:{directory[$"death {death}"]}";
    }

    // A run that died before it could be seen has not happened.
    private static async Task<ProgramResult> GoOnAsync(TemporaryDirectory directory, string isolation, string killPoint) => await Undisturbed.Program.RunAsync(
        directory.Path,
        new Dictionary<string, string> { ["KILL_POINT"] = killPoint },
        [await Ledger.CountRunsAsync(directory) > 0 ? "resume" : "run", "--isolation", isolation, "--max-workers", "2"]);
}
