using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>Failures of every kind are caught, in a linear step, a step that branches, a branch, a join and the end; the run goes on.</summary>
public sealed partial class CatchFlow : Flow
{
    [Artifact] public partial StepFailure? Error { get; set; }

    [Artifact] public partial string? Set { get; set; }

    [Artifact] public partial int Attempts { get; set; }

    [Artifact] public partial List<string> Errors { get; set; }

    [Step, Catch(nameof(Error)), Retry(Times = 2, DelaySeconds = 0)]
    public Next Start()
    {
        Check.That(Set is null, "what a failed attempt set is never seen");
        (Set, Attempts) = ("before", Context.Attempt);
        var failed = new InvalidDataException("of no use", new AggregateException(new FormatException("the first cause"), new TimeoutException("the second")));
        return DateTime.UtcNow.Year > 1 ? throw failed : To(Branch);
    }

    [Step, Catch(nameof(Error))]
    public Next Branch()
    {
        Check.That(Error is not null, "the failure is kept");
        Check.Equal("before", Set, "what was set before the exception is kept");
        Check.Equal(2, Attempts, "that of the last attempt");
        Check.Equal(FailureKind.Exception, Error!.Kind, nameof(Error.Kind));
        Check.Equal("System.IO.InvalidDataException", Error.Type, nameof(Error.Type));
        Check.Equal("of no use", Error.Message, nameof(Error.Message));
        Check.That(Error.StackTrace.Contains("the first cause", StringComparison.Ordinal) && Error.StackTrace.Contains("the second", StringComparison.Ordinal), "inner exceptions are readable");
        Check.That(Error.StackTrace.Contains("CatchFlow.Start", StringComparison.Ordinal), "the stack is kept");
        return DateTime.UtcNow.Year > 1 ? throw new UnreachableException("a static branch fans out") : To(Good, Bad);
    }

    [Step, Catch(nameof(Error))]
    public Next Good()
    {
        Check.Equal("a static branch fans out", Error?.Message, "the failure of the step before");
        return To(Join);
    }

    [Step, Catch(nameof(Error)), Timeout(Seconds = 0.1), Retry(Times = 1, DelaySeconds = 0, Except = [typeof(OperationCanceledException)])]
    public async Task<Next> Bad(CancellationToken cancellation)
    {
        Set = $"attempt {Context.Attempt}";
        await Task.Delay(Timeout.Infinite, cancellation);
        return To(Join);
    }

    [Step, Catch(nameof(Error))]
    public Next Join(Inputs<CatchFlow> inputs)
    {
        Check.That(inputs[Good].Error is null, "null after a success");
        Check.Equal("before", inputs[Good].Set, "untouched");
        Check.Equal(FailureKind.Timeout, inputs[Bad].Error!.Kind, "a timeout is a timeout");
        Check.Equal("System.TimeoutException", inputs[Bad].Error!.Type, "a timeout has a type");
        Check.Equal("attempt 1", inputs[Bad].Set, "a timeout is retried, whatever exception obeys it");
        Errors = [.. inputs.Select(i => i.Error?.Message ?? "none")];
        return DateTime.UtcNow.Year > 1 ? throw new UnauthorizedAccessException("a join is caught") : To(End);
    }

    [Step, Catch(nameof(Error))]
    public void End()
    {
        Check.Equal("a join is caught", Error?.Message, "the failure of the join");
        Check.Equal(2, Errors.Count, "what the join set is kept");
        Set = "the end";
        throw new InvalidOperationException("the end is caught");
    }
}
