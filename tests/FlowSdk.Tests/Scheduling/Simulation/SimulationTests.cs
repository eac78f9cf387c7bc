using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>Random graphs, limits and faults from a seed; see <see cref="Seeds"/> for how to run more of them, and how to replay one.</summary>
public sealed class SimulationTests
{
    private static readonly FaultPlan Storm = new() { Fail = 25, NotStart = 20, Hang = 15, Duplicate = 20 };

    public static TheoryData<int> Batches => Seeds.Batches;

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_come_to_the_same_end_whatever_goes_wrong_on_the_way(int batch) => Seeds.ForEach(batch, seed =>
    {
        var random = RandomCase.Create(seed);
        var calm = random.PlayUndisturbed();

        var stormy = random.Play(Storm, noise: ~seed);

        stormy.Ended!.Status.ShouldBe(RunStatus.Succeeded);
        Same(stormy, calm).ShouldBeTrue("The same tasks are committed, and made the same.");
        stormy.Ended.Steps.ShouldBe(calm.Ended!.Steps);
        stormy.Ended.Steps.Sum(s => s.Succeeded).ShouldBe(stormy.DueTasks);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_end_in_order_whatever_fails_for_good(int batch) => Seeds.ForEach(batch, seed =>
    {
        var random = new Random(seed);
        var made = RandomCase.Create(seed);
        var calm = made.PlayUndisturbed();
        var faults = Storm with { Fail = 30, FailForGood = random.Next(3) > 0, CancelAt = random.Next(2) == 0 ? random.NextDouble() * 20 : null };

        var broken = (made with { Options = made.Options with { OnFailure = (OnFailure)random.Next(3) } }).Play(faults, noise: ~seed);

        var committed = broken.Journal.Records.Count;
        IsPart(broken, calm).ShouldBeTrue("Nothing is committed that would not have been, and all of it is the same.");
        broken.Ended!.Steps.Sum(s => s.Succeeded).ShouldBe(committed);
        broken.Ended.Steps.Sum(s => s.Succeeded + s.Failed + s.Canceled).ShouldBe(broken.DueTasks, "Every task that was due is counted.");
        broken.Ended.Status.ShouldBe(
            broken.Ended.Steps.Any(s => s.Failed > 0) ? RunStatus.Failed
            : committed == calm.Journal.Records.Count ? RunStatus.Succeeded
            : RunStatus.Canceled);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_come_to_the_same_end_after_any_number_of_resumes(int batch) => Seeds.ForEach(batch, seed =>
    {
        var random = new Random(seed);
        var made = RandomCase.Create(seed);
        made = made with { Options = made.Options with { OnFailure = (OnFailure)random.Next(3) } };
        var calm = made.PlayUndisturbed();
        var faults = Storm with { Die = random.Next(8), FailForGood = random.Next(3) > 0, CancelAt = random.Next(3) == 0 ? random.NextDouble() * 20 : null };
        var lost = random.Next(5);

        var run = made.Play(faults, noise: ~seed);
        for (var resumes = random.Next(1, 6); resumes > 0; resumes--)
        {
            IsPart(run, calm).ShouldBeTrue("Nothing is committed that would not have been, and all of it is the same.");
            var takenOver = TakenOver.Of(run.Journal.Records, bad => TaskPath.Hash(bad.Path, seed + resumes) % 100 < lost);
            run = made.Play(resumes == 1 ? Storm : faults, noise: random.Next(), takenOver);
        }

        run.Ended!.Status.ShouldBe(RunStatus.Succeeded);
        Same(run, calm).ShouldBeTrue("The same tasks are committed, and made the same.");
        run.Ended.Steps.ShouldBe(calm.Ended!.Steps);
        run.Ended.Steps.Sum(s => s.Succeeded).ShouldBe(run.DueTasks);
    });

    private static bool Same(VirtualRun one, VirtualRun other) => one.Journal.Records.Count == other.Journal.Records.Count && IsPart(one, other);

    private static bool IsPart(VirtualRun part, VirtualRun whole)
    {
        var contents = whole.Journal.Contents;
        return part.Journal.Records.All(r => contents.TryGetValue(r.Path, out var content) && content == r.Content);
    }
}
