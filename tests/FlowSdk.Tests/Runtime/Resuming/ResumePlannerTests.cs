using FlowSdk.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime.Resuming;

public sealed class ResumePlannerTests : IDisposable
{
    private static readonly StepDefinition[] _foreach =
    [
        OriginByHand.Step("Start", TransitionDefinition.ForEach<int>("Train")),
        OriginByHand.Step("Train", TransitionDefinition.Linear("Choose")),
        OriginByHand.Join("Choose", TransitionDefinition.Linear("End")),
        OriginByHand.Step("End"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly LocalObjectStore _store;

    public ResumePlannerTests() => _store = new(_folder.Path, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Finished_items_are_reused_and_the_failed_one_runs()
    {
        var origin = Origin(_foreach).Task(1, "Start", [], count: 3).Task(2, "Train", [1], 1, 0).Fail(3, "Train", 1, 1).Task(4, "Train", [1], 1, 2);

        (await PlanAsync(origin, _foreach)).ShouldBe(
            ["Start: 1 reused", "Train: 2 reused, 1 to run: failed", "Choose: later: not reached yet", "End: later: not reached yet"]);
    }

    [Fact]
    public async Task Items_that_never_began_are_counted_too()
    {
        var origin = Origin(_foreach).Task(1, "Start", [], count: 1000).Task(2, "Train", [1], 1, 0).Fail(3, "Train", 1, 1);

        (await PlanAsync(origin, _foreach))[1].ShouldBe("Train: 1 reused, 999 to run: 1 failed, 998 had not finished");
    }

    [Fact]
    public async Task A_run_that_succeeded_is_reused_as_a_whole()
    {
        (await PlanAsync(Whole(), _foreach)).ShouldBe(["Start: 1 reused", "Train: 2 reused", "Choose: 1 reused", "End: 1 reused"]);
    }

    [Fact]
    public async Task A_named_step_runs_with_all_that_follows() =>
        (await PlanAsync(Whole(), _foreach, r => r with { ForcedStep = 2 })).ShouldBe(
            ["Start: 1 reused", "Train: 2 reused", "Choose: 1 to run: named on the command line", "End: 1 to run: after Choose"]);

    [Fact]
    public async Task A_changed_parameter_has_the_steps_run_that_read_it()
    {
        StepSource[] sources = [Reads("Other"), Reads(), Reads("Rate"), Reads()];

        (await PlanAsync(Whole(Parameter(1)), _foreach, r => r with { Parameters = [Parameter(2)] }, sources: sources)).ShouldBe(
            ["Start: 1 reused", "Train: 2 reused", "Choose: 1 to run: may read Rate, which changed", "End: 1 to run: after Choose"]);
    }

    [Fact]
    public async Task A_parameter_that_is_given_again_with_the_same_value_changes_nothing() =>
        (await PlanAsync(Whole(Parameter(1)), _foreach, r => r with { Parameters = [Parameter(1)], GivenParameters = new HashSet<string> { "Rate" } }))
            .ShouldAllBe(step => step.EndsWith(" reused", StringComparison.Ordinal));

    [Fact]
    public async Task A_step_of_which_it_is_not_known_what_it_reads_reads_every_parameter()
    {
        StepSource[] sources = [Reads(), Reads() with { IsComplete = false }, Reads(), Reads()];

        (await PlanAsync(Whole(Parameter(1)), _foreach, r => r with { Parameters = [Parameter(2)] }, sources: sources))[1].ShouldBe(
            "Train: 2 to run: may read Rate, which changed");
    }

    [Fact]
    public async Task A_flow_that_takes_services_reads_every_parameter()
    {
        var plan = await PlanAsync(Whole(Parameter(1)), _foreach, r => r with { Parameters = [Parameter(2)] }, sources: [Reads(), Reads(), Reads(), Reads()], needsServices: true);

        plan[0].ShouldBe("Start: 1 to run: may read Rate, which changed");
    }

    [Fact]
    public async Task A_parameter_that_is_new_counts_as_changed_if_it_is_given()
    {
        (await PlanAsync(Whole(), _foreach, r => r with { Parameters = [Parameter(1)] }))[0].ShouldBe("Start: 1 reused");
        (await PlanAsync(Whole(), _foreach, r => r with { Parameters = [Parameter(1)], GivenParameters = new HashSet<string> { "Rate" } }))[0]
            .ShouldBe("Start: 1 to run: may read Rate, which changed");
    }

    [Fact]
    public async Task A_renamed_step_is_one_that_is_gone_and_one_that_is_new()
    {
        StepDefinition[] renamed = [_foreach[0], OriginByHand.Step("Train", TransitionDefinition.Linear("Select")), OriginByHand.Join("Select", TransitionDefinition.Linear("End")), _foreach[3]];

        (await PlanAsync(Whole(), renamed)).ShouldBe(
        [
            "Start: 1 reused",
            "Train: 2 to run: no longer leads to Choose",
            "Select: later: new in the flow",
            "End: 1 to run: after Choose",
            "Choose: no longer a step of the flow",
        ]);
    }

    [Fact]
    public async Task A_step_added_at_the_end_has_what_was_the_end_run_again()
    {
        StepDefinition[] longer = [.. _foreach[..3], OriginByHand.Step("End", TransitionDefinition.Linear("Publish")), OriginByHand.Step("Publish")];

        (await PlanAsync(Whole(), longer)).ShouldBe(
            ["Start: 1 reused", "Train: 2 reused", "Choose: 1 reused", "End: 1 to run: no longer the end of the flow", "Publish: later: new in the flow"]);
    }

    [Fact]
    public async Task A_new_start_has_everything_run()
    {
        StepDefinition[] longer = [OriginByHand.Step("Load", TransitionDefinition.Linear("Start")), .. _foreach];

        (await PlanAsync(Whole(), longer))[..2].ShouldBe(["Load: 1 to run: new in the flow", "Start: 1 to run: has another place in the flow now"]);
    }

    [Fact]
    public async Task Steps_and_artifacts_are_found_by_name_when_their_order_has_changed()
    {
        StepDefinition[] turned = [_foreach[3], _foreach[2], _foreach[1], _foreach[0]];
        var origin = Origin(_foreach, ["A", "B"]).Task(1, "Start", [], count: 1, artifacts: [Set(0), Set(1)]).Task(2, "Train", [1], 1);

        (await PlanAsync(origin, turned, artifacts: ["B", "C", "A"])).ShouldBe(
            ["End: later: not reached yet", "Choose: 1 to run: had not finished", "Train: 1 reused", "Start: 1 reused"]);
    }

    [Fact]
    public async Task An_artifact_of_another_type_has_the_task_run_that_set_it_and_one_that_is_gone_does_not()
    {
        var origin = Origin(_foreach, ["A", "B"]).Task(1, "Start", [], count: 1, artifacts: [Set(1)]).Task(2, "Train", [1], 1, artifacts: [Set(0)]);

        (await PlanAsync(origin, _foreach, artifacts: ["A:string"]))[..2].ShouldBe(["Start: 1 reused", "Train: 1 to run: the type of A changed"]);
    }

    [Fact]
    public async Task Items_of_another_type_have_the_splitting_step_run()
    {
        StepDefinition[] changed = [OriginByHand.Step("Start", TransitionDefinition.ForEach<long>("Train")), .. _foreach[1..]];

        (await PlanAsync(Whole(), changed))[..2].ShouldBe(["Start: 1 to run: the type of items of Train changed", "Train: 2 to run: after Start"]);
    }

    [Fact]
    public async Task A_task_of_which_an_object_is_missing_runs_again()
    {
        var artifacts = new ArtifactStore(_store);
        using var there = new EncodedValue(new(new byte[3000]), []);
        using var missing = new EncodedValue(new(new byte[4000]), []);
        var origin = Origin(_foreach, ["A"]).Task(1, "Start", [], count: 2)
            .Task(2, "Train", [1], 1, 0, artifacts: [new ArtifactChange(0, artifacts.Save("int", there))])
            .Task(3, "Train", [1], 1, 1, artifacts: [new ArtifactChange(0, artifacts.Describe("int", missing))]);

        (await PlanAsync(origin, _foreach, artifacts: ["A"]))[1].ShouldBe(
            $"Train: 1 reused, 1 to run: '{ContentObject.KeyOf(artifacts.Describe("int", missing).Hash)}' is missing or damaged");
    }

    [Fact]
    public async Task A_gang_is_reused_whole_or_not_at_all()
    {
        StepDefinition[] steps =
        [
            OriginByHand.Step("Start", TransitionDefinition.Gang("Member")),
            new("Member") { TakesGang = true, Transitions = [TransitionDefinition.Linear("Choose")] },
            _foreach[2],
            _foreach[3],
        ];

        (await PlanAsync(Origin(steps).Task(1, "Start", [], count: 2).Task(2, "Member", [1], 1, 0).Task(3, "Member", [1], 1, 1), steps))[1]
            .ShouldBe("Member: 2 reused");
        (await PlanAsync(Origin(steps).Task(1, "Start", [], count: 2).Task(2, "Member", [1], 1, 0), steps))[1]
            .ShouldBe("Member: 2 to run: 1 its gang did not finish as a whole, 1 had not finished");
    }

    [Fact]
    public async Task A_loop_goes_on_at_the_visit_that_failed()
    {
        StepDefinition[] steps =
        [
            OriginByHand.Step("Start", TransitionDefinition.Linear("Round")),
            OriginByHand.Step("Round", TransitionDefinition.Linear("Round"), TransitionDefinition.Linear("End")),
            OriginByHand.Step("End"),
        ];
        var origin = Origin(steps).Task(1, "Start", []).Task(2, "Round", [1]).Task(3, "Round", [2], visit: 1).Fail(4, "Round", visit: 2);

        (await PlanAsync(origin, steps)).ShouldBe(["Start: 1 reused", "Round: 2 reused, 1 to run: failed", "End: later: not reached yet"]);
    }

    [Fact]
    public async Task An_arm_that_was_not_taken_is_not_to_run()
    {
        StepDefinition[] steps =
        [
            OriginByHand.Step("Start", TransitionDefinition.Linear("Left"), TransitionDefinition.Linear("Right")),
            OriginByHand.Step("Left", TransitionDefinition.Linear("End")),
            OriginByHand.Step("Right", TransitionDefinition.Linear("End")),
            OriginByHand.Step("End"),
        ];

        (await PlanAsync(Origin(steps).Task(1, "Start", [], edge: 1).Task(2, "Right", [1]).Fail(3, "End"), steps)).ShouldBe(
            ["Start: 1 reused", "Left: ", "Right: 1 reused", "End: 1 to run: failed"]);
    }

    [Fact]
    public async Task What_is_taken_over_stands_in_the_new_journal_with_its_origin_and_its_artifacts()
    {
        var origin = Origin(_foreach, ["A", "B"]).Task(1, "Start", [], count: 1, artifacts: [Set(0), Set(1)]).Task(2, "Train", [1], 1, artifacts: [Set(1)]);
        StepDefinition[] turned = [_foreach[3], _foreach[2], _foreach[1], _foreach[0]];
        var plan = await PlanAsync(await origin.WriteAsync(end: null), OriginByHand.Flow(turned, ["B", "A"]), static r => r);
        var run = new RunPaths("Flow", "20261121-100000000-0000");
        var journal = new JournalWriter(_store, run);
        journal.Enqueue(plan.Origin.Start with
        {
            RunId = run.RunId,
            Artifacts = [new("B", "int"), new("A", "int")],
            Steps = [.. turned.Select(s => new RecordedStep(s.Name, s.IsJoin, "", "", 0, []))],
        });

        var reused = await TakeOver.WriteAsync(plan, _store, run, journal, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await journal.FlushAsync(TestContext.Current.CancellationToken);

        (reused.Count, reused.HighestId).ShouldBe((2, 2));
        reused.Take(new TaskKey(2, 0, 1, 0))!.Transition!.Targets.ShouldBe([1]);
        var reader = new RunReader(_store, run);
        var train = (await reader.FindTaskAsync(2, TestContext.Current.CancellationToken))!;
        train.Finished!.Origin.ShouldBe("Flow/20261121-093200000-k7qp/Train/2");
        train.Finished.StartedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 9, 32, 0, TimeSpan.Zero));
        reader.Artifacts(train).Select(a => a.Name).ShouldBe(["B"]);
        plan.Origin.Journal.ReadSeal()!.By.ShouldBe(run.RunId);
    }

    private static StepSource Reads(params string[] names) => new("Flow.cs", 1, names, [], [], IsComplete: true);

    private static RecordedParameter Parameter(byte value) => new("Rate", new ArtifactReference { TypeName = "int", Length = 1, Inline = new byte[] { value } });

    private static ArtifactChange Set(int artifact) => new(artifact, new ArtifactReference { TypeName = "int", Length = 1, Inline = new byte[] { 7 } });

    private OriginByHand Origin(StepDefinition[] steps, string[]? artifacts = null, params RecordedParameter[] parameters) =>
        new(_store, OriginByHand.Flow(steps, artifacts)) { Parameters = parameters };

    private OriginByHand Whole(params RecordedParameter[] parameters) => Origin(_foreach, null, parameters)
        .Task(1, "Start", [], count: 2).Task(2, "Train", [1], 1, 0).Task(3, "Train", [1], 1, 1).Task(4, "Choose", [2, 3]).Task(5, "End", [4]);

    /// <summary>The plan of each step as one line.</summary>
    private async Task<string[]> PlanAsync(
        OriginByHand origin,
        StepDefinition[] steps,
        Func<ResumeRequest, ResumeRequest>? change = null,
        string[]? artifacts = null,
        StepSource[]? sources = null,
        bool needsServices = false)
    {
        var run = await origin.WriteAsync();
        var plan = await PlanAsync(run, OriginByHand.Flow(steps, artifacts, sources, needsServices), change ?? (static r => r));
        await _store.DeleteAsync($"{run.Paths.Journal}000000", cancellation: TestContext.Current.CancellationToken);
        return [.. plan.Steps.Select(Text)];
    }

    private Task<ResumePlan> PlanAsync(RunReader origin, FlowDefinition definition, Func<ResumeRequest, ResumeRequest> change) => ResumePlanner.PlanAsync(
        change(new ResumeRequest
        {
            Origin = origin,
            Definition = definition,
            Graph = FlowGraphBuilder.Build(definition),
            Parameters = [],
            GivenParameters = new HashSet<string>(),
        }),
        _store,
        TestContext.Current.CancellationToken);

    private static string Text(StepPlan step)
    {
        var reused = step.Reused > 0 ? $"{step.Reused} reused" : "";
        var toRun = step.ToRun > 0 ? $"{step.ToRun} to run" : step.MayRunMore ? "later" : "";
        string[] counts = [.. new[] { reused, toRun }.Where(t => t.Length > 0)];
        var why = ReasonText.Of(step);
        return $"{step.Name}: {string.Join(", ", counts)}{(why.Length == 0 ? "" : counts.Length == 0 ? why : $": {why}")}";
    }
}
