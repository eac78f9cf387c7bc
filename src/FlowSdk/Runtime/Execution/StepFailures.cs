using FlowSdk.Generated;

namespace FlowSdk.Runtime.Execution;

/// <summary>Failures from what a step has thrown.</summary>
internal static class StepFailures
{
    // A message that carries a whole data set must not fill the journal, nor a terminal.
    private const int MaxMessageLength = 8 * 1024;
    private const int MaxTextLength = 128 * 1024;

    public static TaskResult.Failure Of(Exception exception, StepDefinition step, CancellationToken cancellation)
    {
        var kind = exception is OperationCanceledException && cancellation.IsCancellationRequested ? FailureKind.Canceled : FailureKind.Exception;
        var failure = new StepFailure(
            kind,
            Cut(exception.GetType().ToString(), MaxMessageLength),
            MessageOf(exception),
            Cut(Tell(exception, StackText.Of), MaxTextLength));
        return new(failure, MayRetry(exception, step));
    }

    /// <summary>The message of an exception, which may be of any length, or fail itself.</summary>
    public static string MessageOf(Exception exception) => Cut(Tell(exception, static e => e.Message), MaxMessageLength);

    /// <summary>False for what would fail in the same way again: mistakes in the use of the SDK, and what the step excepts.</summary>
    private static bool MayRetry(Exception exception, StepDefinition step)
    {
        if (exception is FlowException { Id: var id } && (id.StartsWith("FLOW10", StringComparison.Ordinal) || id.StartsWith("FLOW11", StringComparison.Ordinal)))
        {
            return false;
        }

        return step.Retry is null || !Array.Exists(step.Retry.Except, type => type.IsInstanceOfType(exception));
    }

    // The members of a user's exception may throw themselves; the failure is told all the same.
    private static string Tell(Exception exception, Func<Exception, string?> part)
    {
        try
        {
            return part(exception) ?? "";
        }
        catch (Exception second)
        {
            return $"(the exception's own text could not be had: {second.GetType()}){Environment.NewLine}{StackOf(exception)}";
        }
    }

    private static string? StackOf(Exception exception)
    {
        try
        {
            return exception.StackTrace;
        }
        catch (Exception second)
        {
            return $"(nor its stack: {second.GetType()})";
        }
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        // What matters stands at both ends: the first message, and the outermost frames.
        var head = maxLength * 3 / 4;
        var tail = maxLength - head;
        return $"{Trim(text.AsSpan(0, head))}… ({text.Length - maxLength} characters left out) …{text.AsSpan(text.Length - tail)}";
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> head) => char.IsHighSurrogate(head[^1]) ? head[..^1] : head;
}
