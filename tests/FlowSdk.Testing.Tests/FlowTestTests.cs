using FlowSdk.Testing.Tests.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace FlowSdk.Testing.Tests;

public sealed class FlowTestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_better_rate_is_published()
    {
        var run = await FlowTest.RunAsync(new FitFlow { Rates = [0.001, 0.1] }, cancellation: Stop);

        run.Status.ShouldBe(RunStatus.Succeeded);
        run.End.Slope.ShouldBe(2, tolerance: 0.01);
        run.End.Verdict.ShouldBe("published");
        run.Output.Select(line => line.Text).ShouldBe(["3 points", "info: published: y = 2.00 x"]);
    }

    [Fact]
    public async Task The_state_of_each_task_can_be_looked_at()
    {
        var run = await FlowTest.RunAsync(new FitFlow { Rates = [0.001, 0.1] }, new() { MaxWorkers = 1, Tags = ["test"] }, Stop);

        var tasks = await run.Run.Step("Fit").TasksAsync(cancellation: Stop).ToListAsync(Stop);
        var errors = await Task.WhenAll(tasks.Select(async task => (await task.StateAsync<FitFlow>(Stop)).Error));

        errors.Length.ShouldBe(2);
        errors[0].ShouldBeGreaterThan(errors[1]);
        (await run.Run.LogsAsync(cancellation: Stop).Select(line => line.Text).ToListAsync(Stop)).ShouldBe(run.Output.Select(line => line.Text));
        run.Run.Parameters["Rates"].EnumerateArray().Select(rate => rate.GetDouble()).ShouldBe([0.001, 0.1]);
        run.Run.Tags.ShouldBe(["test"]);
    }

    [Fact]
    public async Task A_step_sees_its_own_run_and_is_retried_without_the_gpu_that_it_asks_for()
    {
        var run = await FlowTest.RunAsync(new FailingFlow(), cancellation: Stop);

        run.End.RunSeen.ShouldBe(run.Result.PathSpec);
        (await run.Run.TaskAsync("1", Stop)).Attempts.Select(attempt => attempt.Failure?.Message).ShouldBe(["attempt 0", "attempt 1", null]);
    }

    [Fact]
    public async Task A_flow_that_fails_says_why_when_its_end_is_asked_for()
    {
        var run = await FlowTest.RunAsync(new FailingFlow { Failures = 3 }, cancellation: Stop);

        run.Status.ShouldBe(RunStatus.Failed);
        var failure = run.Result.Failures.ShouldHaveSingleItem();
        (failure.StepName, failure.Attempt, failure.Failure.Message).ShouldBe(("Start", 2, "attempt 2"));
        var exception = Should.Throw<RunFailedException>(() => run.End);
        exception.Message.ShouldContain("failed, at Start/1: System.IO.InvalidDataException: attempt 2");
        exception.Message.ShouldContain("FailingFlow.cs");
    }

    [Fact]
    public async Task Services_are_those_of_the_test()
    {
        var services = new ServiceCollection().AddSingleton<IClock>(new FixedClock(12)).BuildServiceProvider();

        var run = await FlowTest.RunAsync(new MixedFlow(new FixedClock(0)) { Name = "noon" }, new() { Services = services }, Stop);

        run.End.Text.ShouldBe("0, 1, 2");
        (await (await run.Run.TaskAsync("1", Stop)).StateAsync<MixedFlow>(Stop)).Words.ShouldBe(["noon at 12", "and at 12"]);
    }

    [Fact]
    public async Task Parameters_are_validated_in_the_words_of_the_command_line()
    {
        var exception = await Should.ThrowAsync<FlowException>(() => FlowTest.RunAsync(new FitFlow { Limit = -1 }, cancellation: Stop));

        (exception.Id, exception.Message).ShouldBe(("FLOW1304", "The field --limit must be between 0 and 100. It is -1."));
    }
}
