using System.Text.Json;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>Step bodies that fail, are tried again, time out and are caught.</summary>
internal static class FailureBodies
{
    private const string FailTwice = "if (Context.Attempt < 2) { throw new TimeoutException(\"not yet\"); }";

    public static readonly Body[] All =
    [
        new("CatchRetry",
            """
            [Artifact] public partial bool Invisible { get; set; }
            [Artifact] public partial int TestAttempt { get; set; }
            [Artifact] public partial int RetryWithCatch { get; set; }
            [Artifact] public partial bool ThisIsSplit { get; set; }
            [Artifact] public partial bool Here { get; set; }
            [Artifact] public partial StepFailure? Ex { get; set; }
            [Artifact] public partial StepFailure? EndEx { get; set; }
            """,
        [
            ("start",
            """
            Console.WriteLine($"stdout testing logs {Context.Attempt}");
            Console.Error.WriteLine($"stderr testing logs {Context.Attempt}");
            if (Context.Attempt < 3)
            {
                Invisible = true;
                throw new TimeoutException("not yet");
            }

            TestAttempt = Context.Attempt;
            """),
            ("foreach-split", FailTwice + "ThisIsSplit = true;"),
            ("gang-split", FailTwice + "ThisIsSplit = true;"),
            ("join", FailTwice + "TestAttempt = inputs[0].TestAttempt;"),
            ("end",
            """
            Check.Equal(3, TestAttempt, "TestAttempt");
            Here = true;
            throw new CheckFailedException("catch me!");
            """),
            ("split-and", AlwaysFail),
            ("linear", AlwaysFail),
        ])
        {
            Attributes = new()
            {
                ["start"] = "Retry(Times = 3, DelaySeconds = 0)",
                ["foreach-split"] = "Retry(Times = 2, DelaySeconds = 0)",
                ["gang-split"] = "Retry(Times = 2, DelaySeconds = 0)",
                ["join"] = "Retry(Times = 2, DelaySeconds = 0)",
                ["end"] = "Catch(nameof(EndEx))",
                ["split-and"] = "Retry(Times = 2, DelaySeconds = 0), Catch(nameof(Ex))",
                ["linear"] = "Retry(Times = 2, DelaySeconds = 0), Catch(nameof(Ex))",
            },

            // There a loop counts its rounds in a step that would fail before it has.
            Fits = shape => shape.Name != "LoopAroundBranch",
            CheckAsync = CheckCatchRetryAsync,
        },

        new("Timeout",
            """
            [Artifact] public partial bool Checked { get; set; }
            [Artifact] public partial StepFailure? Ex { get; set; }
            """,
        [
            ("linear",
            """
            Checked = true;
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
            """),
        ])
        {
            Parameters = "System.Threading.CancellationToken cancellation",
            Attributes = new() { ["linear"] = "Timeout(Seconds = 0.05), Catch(nameof(Ex))" },
            Fits = shape => shape.Name is "Linear" or "Foreach" or "NestedForeach" or "Gang",
            CheckAsync = CheckTimeoutAsync,
        },
    ];

    private const string AlwaysFail = "RetryWithCatch = Context.Attempt; if (Context.Attempt >= 0) { throw new TimeoutException($\"always {Context.Attempt}\"); }";

    private static async Task CheckCatchRetryAsync(Shape shape, RunState run)
    {
        foreach (var task in run.Tasks)
        {
            var step = shape.Steps.Single(s => s.Name == task.Step);
            run.Json(task, "Invisible").ShouldBeNull(task.Step);
            var caught = step.Qualifiers.Contains("linear") || (step.Qualifiers.Contains("split-and") && !step.Qualifiers.Contains("start"));
            task.Summary.Attempts.Select(a => a.Number).ShouldBe(Enumerable.Range(0, AttemptsOf(step, caught)), task.Step);
            if (!caught)
            {
                continue;
            }

            Failure(run, task, "Ex").ShouldBe(("exception", "System.TimeoutException", "always 2"));
            var last = task.Summary.Attempts[^1].Failure!;
            if (last.Kind is FailureKind.Canceled)
            {
                // The first member of a gang to fail decides for all; the others are stopped, wherever they are.
                shape.Name.ShouldContain("Gang");
                (run.Json(task, "RetryWithCatch") ?? "2").ShouldBe("2");
            }
            else
            {
                last.Message.ShouldBe("always 2");
                run.Json(task, "RetryWithCatch").ShouldBe("2", task.Step);
            }
        }

        if (shape.Name.Contains("Gang", StringComparison.Ordinal))
        {
            run.Tasks.ShouldContain(t => run.Json(t, "RetryWithCatch") == "2");
        }

        var end = run.Tasks.Single(t => t.Step == "End");
        run.Json(end, "TestAttempt").ShouldBe("3");
        run.Json(end, "Here").ShouldBe("true");
        Failure(run, end, "EndEx").ShouldBe(("exception", "FlowSdk.Flows.CheckFailedException", "catch me!"));
        (await run.OutputAsync("Start")).ShouldBe(Enumerable.Range(0, 4).SelectMany(n => new[] { $"stderr testing logs {n}", $"stdout testing logs {n}" }), ignoreOrder: true);
    }

    private static int AttemptsOf(ShapeStep step, bool isCaught) => step.Qualifiers switch
    {
        var q when q.Contains("start") => 4,
        var q when isCaught || q.Contains("join") || q.Contains("foreach-split") || q.Contains("gang-split") => 3,
        _ => 1,
    };

    private static Task CheckTimeoutAsync(Shape shape, RunState run)
    {
        var timedOut = run.Tasks.Where(t => shape.Steps.Single(s => s.Name == t.Step).Qualifiers.Contains("linear")).ToArray();
        timedOut.ShouldNotBeEmpty();
        timedOut.ShouldAllBe(t => run.Json(t, "Checked") == "true");
        timedOut.ShouldAllBe(t => Failure(run, t, "Ex").Kind == "timeout" && Failure(run, t, "Ex").Type == "System.TimeoutException");
        return Task.CompletedTask;
    }

    private static (string Kind, string Type, string Message) Failure(RunState run, FinishedTask task, string artifact)
    {
        using var json = JsonDocument.Parse(run.Json(task, artifact).ShouldNotBeNull(task.Step));
        var failure = json.RootElement;
        return ((FailureKind)failure.GetProperty("Kind").GetInt32() == FailureKind.Timeout ? "timeout" : "exception", failure.GetProperty("Type").GetString()!, failure.GetProperty("Message").GetString()!);
    }
}
