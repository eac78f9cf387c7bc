using FlowSdk.Testing.Tests.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Testing.Tests;

public sealed class StepTestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_splits_into_one_fit_for_each_rate()
    {
        var start = await StepTest.RunAsync(new FitFlow { Rates = [0.5, 0.25] }, nameof(FitFlow.Start), cancellation: Stop);

        (start.Transition, start.Count).ShouldBe((TransitionKind.ForEach, 2));
        start.Targets.ShouldBe(["Fit"]);
        start.Items.ShouldBe([0.5, 0.25]);
        start.State.Points[2].ShouldBe(new Point(3, 6));
        start.ChangedArtifacts.ShouldBe(["Points"]);
    }

    [Fact]
    public async Task A_fit_finds_the_slope()
    {
        var flow = new FitFlow { Points = [new(1, 3), new(2, 6)] };

        var fit = await StepTest.RunAsync(flow, nameof(flow.Fit), new() { Item = 0.2 }, Stop);

        fit.State.Slope.ShouldBe(3, tolerance: 0.01);
        fit.ChangedArtifacts.ShouldBe(["Slope", "Error"]);
        fit.Targets.ShouldBe(["Choose"]);
        fit.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.4, "Publish")]
    [InlineData(0.6, "Discard")]
    public async Task The_best_of_the_inputs_is_published_if_it_is_good_enough(double error, string expected)
    {
        var choose = await StepTest.RunAsync(
            new FitFlow(),
            nameof(FitFlow.Choose),
            new()
            {
                Inputs = [new() { Points = [], Slope = 1, Error = 7 }, new() { Points = [], Slope = 2, Error = error }],
            },
            Stop);

        choose.State.Slope.ShouldBe(2);
        choose.Targets.ShouldBe([expected]);
    }

    [Fact]
    public async Task What_one_step_has_left_is_what_another_starts_with()
    {
        var start = await StepTest.RunAsync(new FitFlow { Rates = [0.1] }, nameof(FitFlow.Start), cancellation: Stop);
        var fit = await StepTest.RunAsync(start.State, nameof(FitFlow.Fit), new() { Item = start.Items[0] }, Stop);
        var choose = await StepTest.RunAsync(new FitFlow(), nameof(FitFlow.Choose), new() { Inputs = [fit.State] }, Stop);

        choose.Targets.ShouldBe(["Publish"]);
        choose.State.Points.Count.ShouldBe(3);
        choose.State.Rates.ShouldBe([0.01, 0.1]);
    }

    [Fact]
    public async Task The_end_leads_nowhere()
    {
        var end = await StepTest.RunAsync(new FitFlow { Verdict = "published", Slope = 2 }, nameof(FitFlow.End), cancellation: Stop);

        (end.Transition, end.Count).ShouldBe((null, 0));
        end.Targets.ShouldBeEmpty();
        end.ChangedArtifacts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_step_throws_comes_out_as_it_is()
    {
        var exception = await Should.ThrowAsync<ArgumentOutOfRangeException>(() => StepTest.RunAsync(new FitFlow { Points = [] }, nameof(FitFlow.Fit), new() { Item = 0.0 }, Stop));

        exception.ParamName.ShouldBe("rate");
        (await Should.ThrowAsync<ArtifactNotSetException>(() => StepTest.RunAsync(new FitFlow(), nameof(FitFlow.Fit), new() { Item = 1.0 }, Stop)))
            .Message.ShouldBe("'Points' was read in step 'Fit' but is not set. It is set in Start, but not on the way that led here. (A foreach without items runs none of its steps.)");
        (await Should.ThrowAsync<MergeConflictException>(() => StepTest.RunAsync(
            new FitFlow(), nameof(FitFlow.Choose), new() { Inputs = [new() { Points = [new(1, 1)] }, new() { Points = [new(2, 2)] }] }, Stop))).Message.ShouldStartWith("The inputs differ in Points.");
    }

    [Fact]
    public async Task A_step_has_copies_of_its_artifacts()
    {
        var words = new List<string> { "one" };
        var flow = Mixed(words);

        var fast = await StepTest.RunAsync(flow, nameof(flow.Fast), cancellation: Stop);

        words.ShouldBe(["one"]);
        flow.Words.ShouldBe(["one", "fast"]);
        fast.State.Words.ShouldBe(["one", "fast"]);
        fast.ChangedArtifacts.ShouldBe(["Words"]);
        var again = await StepTest.RunAsync(flow, nameof(flow.Fast), cancellation: Stop);
        again.State.Words.ShouldBe(["one", "fast", "fast"]);
        fast.State.Words.ShouldBe(["one", "fast"]);
    }

    [Fact]
    public async Task A_step_runs_in_the_object_of_the_test_with_its_services()
    {
        var services = new ServiceCollection().AddSingleton<IClock>(new FixedClock(2)).BuildServiceProvider();

        var start = await StepTest.RunAsync(new MixedFlow(new FixedClock(1)) { Name = "clock" }, nameof(MixedFlow.Start), new() { Services = services }, Stop);

        start.State.Words.ShouldBe(["clock at 1", "and at 2"]);
        (start.Transition, start.Count).ShouldBe((TransitionKind.Branch, 2));
        start.Targets.ShouldBe(["Fast", "Exact"]);
        (await Should.ThrowAsync<InvalidOperationException>(() => StepTest.RunAsync(Mixed([]), nameof(MixedFlow.Start), cancellation: Stop)))
            .Message.ShouldContain("IClock");
    }

    [Fact]
    public async Task Filters_act_and_the_context_is_that_of_the_test()
    {
        var exact = await StepTest.RunAsync(Mixed([]), nameof(MixedFlow.Exact), new() { Attempt = 2, Tags = ["blue", "new"] }, Stop);

        exact.State.Text.ShouldBe("EXACT, ATTEMPT 2 OF MIXEDFLOW/TEST/EXACT/1, TAGGED BLUE NEW");
    }

    [Fact]
    public async Task The_branches_of_a_join_are_told_apart_as_in_the_graph()
    {
        var compare = await StepTest.RunAsync(
            new MixedFlow(new FixedClock(0)) { Name = "joined" }, nameof(MixedFlow.Compare), new() { Inputs = [Mixed(["a", "b"]), new(new FixedClock(0)) { Name = "", Text = "precise" }] }, Stop);

        compare.State.Text.ShouldBe("precise | 2 | joined");
        (compare.Transition, compare.Count).ShouldBe((TransitionKind.Gang, 3));
    }

    [Fact]
    public async Task A_member_of_a_gang_has_the_gang_and_the_environment_of_its_step()
    {
        var work = await StepTest.RunAsync(Mixed([]), nameof(MixedFlow.Work), new() { Gang = new(1, 4, "127.0.0.1:5000") }, Stop);

        work.State.Text.ShouldBe("1 of 4 at 127.0.0.1:5000, set");
    }

    [Fact]
    public async Task The_join_of_an_empty_foreach_merges_what_the_splitting_step_had()
    {
        var total = await StepTest.RunAsync(new CountFlow { Kept = "from the split" }, nameof(CountFlow.Total), new() { Inputs = [] }, Stop);

        (total.State.Kept, total.State.Count).ShouldBe(("from the split", 0));
        total.ChangedArtifacts.ShouldBe(["Kept", "Count"]);
    }

    [Fact]
    public async Task The_token_is_that_of_the_test() =>
        await Should.ThrowAsync<OperationCanceledException>(() => StepTest.RunAsync(Mixed([]), nameof(MixedFlow.End), cancellation: new(canceled: true)));

    [Fact]
    public async Task Mistakes_of_the_test_are_told()
    {
        (await MistakeAsync(new FitFlow(), "Fitt")).ShouldBe(
            "FLOW1641: FitFlow has no step 'Fitt'. Its steps are Start, Fit, Choose, Publish, Discard, End. Use nameof.");
        (await MistakeAsync(new FitFlow(), "Fit")).ShouldBe("FLOW1642: FitFlow.Fit takes an item of type System.Double, and the test gives it none. Set Item to one.");
        (await MistakeAsync(new FitFlow(), "Fit", new() { Item = 1 })).ShouldBe(
            "FLOW1642: FitFlow.Fit takes an item of type System.Double, and the test gives it a System.Int32. Set Item to one.");
        (await MistakeAsync(new FitFlow(), "Start", new() { Item = 1 })).ShouldBe(
            "FLOW1642: The test gives FitFlow.Start an item, but no foreach leads to that step. Leave Item out.");
        (await MistakeAsync(new FitFlow(), "Start", new() { Inputs = [] })).ShouldBe("FLOW1642: The test gives FitFlow.Start inputs, but that step is no join. Leave Inputs out.");
        (await MistakeAsync(new FitFlow(), "Choose")).ShouldStartWith("FLOW1642: FitFlow.Choose is a join, and the test gives it no inputs.");
        (await MistakeAsync(new FitFlow { Slope = 1 }, "Choose", new() { Inputs = [new()] })).ShouldBe(
            "FLOW1642: The test has set Slope for FitFlow.Choose, but a join begins without artifacts. Set them in the inputs.");
        (await MistakeAsync(Mixed(null), "Compare", new() { Inputs = [Mixed([])] })).ShouldBe(
            "FLOW1642: MixedFlow.Compare closes the branches Fast, Exact, and the test gives it 1 input. Give it one for each, in that order.");
        (await MistakeAsync(Mixed([]), "Work")).ShouldStartWith("FLOW1642: MixedFlow.Work takes a Gang, and the test gives it none.");
        (await MistakeAsync(Mixed([]), "Fast", new() { Gang = new(0, 1, "") })).ShouldBe("FLOW1642: The test gives MixedFlow.Fast a gang, but the step takes none. Leave Gang out.");
    }

    private static MixedFlow Mixed(List<string>? words)
    {
        var flow = new MixedFlow(new FixedClock(0)) { Name = null! };
        if (words is not null)
        {
            flow.Words = words;
        }

        return flow;
    }

    private static async Task<string> MistakeAsync<TFlow>(TFlow flow, string step, StepTestOptions<TFlow>? options = null)
        where TFlow : Flow, IFlow<TFlow>
    {
        var exception = await Should.ThrowAsync<FlowException>(() => StepTest.RunAsync(flow, step, options, Stop));
        return $"{exception.Id}: {exception.Message}";
    }
}
