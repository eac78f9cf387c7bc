using System.CommandLine;
using System.CommandLine.Parsing;
using FlowSdk.CommandLine;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.CommandLine;

public sealed class RunOutputTests : IDisposable
{
    private static readonly StepFailure _failure = new(
        FailureKind.Exception,
        "System.InvalidOperationException",
        "no rows in 'x.csv'",
        """
        System.InvalidOperationException: no rows in 'x.csv'
           at System.Linq.ThrowHelper.ThrowNoElementsException()
           at TrainFlow.Fit(Double rate) in /flows/train.cs:line 31
           at FlowSdk.Runtime.Execution.TaskExecutor.RunAsync()
        """);

    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_run_that_succeeds_is_told_in_few_lines()
    {
        (await ShowAsync("run", Succeed)).Status.ShouldBe(RunStatus.Succeeded);
        _output.ToString().ShouldBe("[r1/Start/1] loading 日本語\n");
        _error.ToString().ShouldBe(
            """
            Run r1 of TrainFlow, kept in /data/.flowsdk
            [r1/Start/1] slow disk
            Run r1 succeeded after 0.00 s: 6 tasks succeeded.

              train status r1  its steps, times and failures
              train dump r1/6  its artifacts at the end

            """);
    }

    [Fact]
    public async Task What_was_reused_is_counted_among_what_succeeded()
    {
        await ShowAsync("resume", observer =>
        {
            observer.OnRunStarted("r2");
            observer.OnTasksDue(0, 1);
            observer.OnTaskReused(0, 1);
            return Finish(observer, RunStatus.Canceled, [], 0);
        });
        _error.ToString().ShouldContain("Run r2 canceled after 0.00 s: 1 task succeeded (1 reused), 1 failed, 4 canceled.\n");
    }

    [Fact]
    public async Task A_quiet_run_shows_only_what_steps_write()
    {
        await ShowAsync("run --quiet", Succeed);
        _output.ToString().ShouldBe("[r1/Start/1] loading 日本語\n");
        _error.ToString().ShouldBe("[r1/Start/1] slow disk\n");
    }

    [Fact]
    public async Task A_failed_run_names_the_task_the_reason_and_what_to_do_next()
    {
        (await ShowAsync("run", Fail)).Status.ShouldBe(RunStatus.Failed);
        _error.ToString().ShouldBe(
            """
            Run r1 of TrainFlow, kept in /data/.flowsdk
            Fit/3 failed: System.InvalidOperationException: no rows in 'x.csv'
            Run r1 failed after 0.00 s: 1 task succeeded, 1 failed, 4 canceled.

            error FLOW1401: TrainFlow/r1/Fit/3 failed: System.InvalidOperationException: no rows in 'x.csv'
                at TrainFlow.Fit(Double rate) in /flows/train.cs:line 31
              The last that it wrote:
                line 2
                line 3
                line 4
                line 5
                line 6
              2 more failed: Fit/4, Fit/5.

              train resume --origin-run-id r1  goes on from here
              train logs r1/Fit/3              all that the failed task wrote
              train status r1                  its steps, times and failures

            """);
    }

    [Fact]
    public async Task With_json_the_result_is_a_document_and_all_prose_goes_to_standard_error()
    {
        await ShowAsync("run --json --store /data/.flowsdk", Fail);
        _error.ToString().ShouldContain("[r1/Fit/3] line 6\n");
        _error.ToString().ShouldContain("train status r1 --store /data/.flowsdk");
        using var document = System.Text.Json.JsonDocument.Parse(_output.ToString());
        var root = document.RootElement;
        root.GetProperty("runId").GetString().ShouldBe("r1");
        root.GetProperty("status").GetString().ShouldBe("failed");
        root.GetProperty("failureCount").GetInt64().ShouldBe(3);
        root.GetProperty("failures")[0].GetProperty("pathSpec").GetString().ShouldBe("TrainFlow/r1/Fit/3");
        root.GetProperty("failures")[0].GetProperty("message").GetString().ShouldBe("no rows in 'x.csv'");
        root.GetProperty("steps")[1].GetProperty("failed").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task An_attempt_that_is_tried_again_says_when()
    {
        await ShowAsync("run", observer =>
        {
            observer.OnRunStarted("r1");
            observer.OnAttemptStarted(1, 3, 0);
            observer.OnAttemptFailed(1, new(3, default, 0, _failure, false, TimeSpan.FromSeconds(2), null));
            observer.OnWarning("FLOW1403", "Fit wants more memory than there is.");
            observer.OnCanceling();
            return Finish(observer, RunStatus.Canceled, [], 0);
        });
        _error.ToString().ShouldContain(
            """
            Fit/3 failed in attempt 0, tries again in 2.00 s: System.InvalidOperationException: no rows in 'x.csv'
            warning FLOW1403: Fit wants more memory than there is.
            Stopping: running steps have 10 s to end. Ctrl-C again kills them.
            Run r1 canceled after 0.00 s: 1 task succeeded, 1 failed, 4 canceled.

            """);
    }

    [Fact]
    public void Commands_too_long_for_the_line_have_their_meaning_above() =>
        ProposedCommands.Lines([("train status r1", "its steps"), ("train logs r1/Fit/3", "its output")], 30).ShouldBe(
            ["  # its steps", "  train status r1", "  # its output", "  train logs r1/Fit/3"]);

    private static RunOutcome Succeed(IRunObserver observer)
    {
        observer.OnRunStarted("r1");
        observer.OnTasksDue(0, 1);
        observer.OnAttemptStarted(0, 1, 0);
        observer.OnOutput(0, 1, 0, OutputStream.Stdout, default, "loading 日本語");
        observer.OnOutput(0, 1, 0, OutputStream.Stderr, default, "slow disk");
        observer.OnTaskSucceeded(0, 1, 0);
        observer.OnRunFinished(new(RunStatus.Succeeded, [new(1, 0, 0), new(3, 0, 0), new(2, 0, 0)], new(6, default, ArtifactTable.Empty(0))));
        return new("r1", RunStatus.Succeeded, [], 0);
    }

    private static RunOutcome Fail(IRunObserver observer)
    {
        observer.OnRunStarted("r1");
        observer.OnAttemptStarted(1, 3, 0);
        for (var i = 1; i <= 6; i++)
        {
            observer.OnOutput(1, 3, 0, OutputStream.Stdout, default, $"line {i}");
        }

        observer.OnAttemptFailed(1, new(3, default, 0, _failure, true, null, null));
        return Finish(
            observer,
            RunStatus.Failed,
            [new("TrainFlow/r1/Fit/3", 1, 3, 0, _failure), new("TrainFlow/r1/Fit/4", 1, 4, 0, _failure), new("TrainFlow/r1/Fit/5", 1, 5, 0, _failure)],
            3);
    }

    private static RunOutcome Finish(IRunObserver observer, RunStatus status, IReadOnlyList<TaskFailure> failures, long count)
    {
        observer.OnRunFinished(new(status, [new(1, 0, 0), new(0, 1, 4)], null));
        return new(((RunObserver)observer).Progress.RunId, status, failures, count);
    }

    private async Task<RunOutcome> ShowAsync(string arguments, Func<IRunObserver, RunOutcome> run)
    {
        var globals = new GlobalOptions();
        var words = arguments.Split(' ');
        var tree = new FlowCommands().Build(SampleGraphs.Train, globals, words[0]);
        await using var host = new FlowHost();
        var context = new CommandContext
        {
            Definition = SampleGraphs.Train,
            Host = host,
            Console = new ProgramConsole(_output, _error),
            Parsed = CommandLineParser.Parse(tree, words),
            Globals = globals,
            Arguments = words,
            Program = "train",
            Time = new StoppedClock(),
        };
        return await RunPresentation.ShowAsync(context, SampleGraphs.Train, "/data/.flowsdk", plan: null, observer => Task.FromResult(run(observer)));
    }
}
