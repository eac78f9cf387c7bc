using System.Globalization;

namespace FlowSdk.Tests.PowerCut;

/// <summary>
/// The power is lost after each change that runs make to the disk. The files are then as any legal file system may leave them. <c>FLOWSDK_POWER_CUTS</c> says how
/// often that is done, each time with other remains.
/// </summary>
public sealed class PowerCutTests(LoggedRuns runs) : IClassFixture<LoggedRuns>
{
    private static readonly int Rounds =
        Environment.GetEnvironmentVariable("FLOWSDK_POWER_CUTS") is { Length: > 0 } rounds ? int.Parse(rounds, CultureInfo.InvariantCulture) : 1;

    [Fact]
    public async Task What_is_synced_at_the_end_of_runs_is_all_there_is()
    {
        var whole = await runs.CutAsync(runs.Changes.Count, Loss.Nothing);
        var left = await runs.CutAsync(runs.Changes.Count, Loss.Everything);

        left.Found.Runs.Values.ShouldBe([RunStatus.Succeeded, RunStatus.Succeeded, RunStatus.Succeeded]);
        left.Found.Tasks.Count.ShouldBe((2 * (NotesByHand.Items + 3)) + LoggedRuns.TasksInSegments);
        left.Found.Lines.ShouldBe(2 * (NotesByHand.Items + 3));
        left.Found.Bad.ShouldBeEmpty();
        left.Found.Tags.ShouldBe(whole.Found.Tags, ignoreOrder: true);
    }

    [Fact]
    public async Task After_a_loss_of_power_at_any_time_all_that_was_synced_is_there_and_nothing_is_damaged()
    {
        for (var cut = 0; cut < Rounds * runs.Changes.Count; cut++)
        {
            var (round, change) = Math.DivRem(cut, runs.Changes.Count);
            await CutAsync(change + 1, Loss.Random);

            // One after the other, and each change with another one in the next round.
            await CutAsync(change + 1, (Loss)((change + round) % (int)Loss.Everything));
        }
    }

    [Fact]
    public async Task A_run_that_lost_its_power_is_resumed_to_the_end_that_it_would_have_had()
    {
        var undisturbed = await runs.ResumeAsync(0, Loss.Nothing);
        undisturbed.Status.ShouldBe(RunStatus.Succeeded);
        for (var changes = 1; changes <= runs.Changes.Count; changes += Math.Max(1, 7 / Rounds))
        {
            var resumed = await runs.ResumeAsync(changes, (Loss)(1 + (changes % (int)Loss.Random)));

            (resumed.Status, resumed.Note).ShouldBe((RunStatus.Succeeded, undisturbed.Note), $"after change {changes} of {runs.Changes.Count}");
        }
    }

    private async Task CutAsync(int changes, Loss loss)
    {
        var sure = await runs.CutAsync(changes, Loss.Everything);
        var left = await runs.CutAsync(changes, loss);

        var when = $"after change {changes} of {runs.Changes.Count}, with {loss} lost";
        sure.Found.Tasks.IsSubsetOf(left.Found.Tasks).ShouldBeTrue($"Tasks that were synced are there {when}.");
        sure.Found.Runs.Keys.Except(left.Found.Runs.Keys).ShouldBeEmpty($"Runs that were synced are there {when}.");
        left.Found.Lines.ShouldBeGreaterThanOrEqualTo(sure.Found.Lines, $"Output that was synced is there {when}.");
        left.Found.Bad.Where(left.IsSafe).ShouldBeEmpty($"Objects that were synced read back {when}.");
        left.Found.Broken.ShouldBeEmpty($"A run that says that it has succeeded lacks nothing {when}.");
        left.Found.Tags.Values.ShouldAllBe(t => LoggedRuns.Tags.Contains(t), $"Tags are those from before a change or those from after it {when}.");
    }
}
