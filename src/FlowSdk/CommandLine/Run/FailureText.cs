using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.CommandLine;

/// <summary>Failures of tasks in words.</summary>
internal static class FailureText
{
    private const int MaxFrames = 3;
    private const int MaxCauses = 5;

    // How the framework marks an inner exception in an exception's text.
    private const string InnerMark = " ---> ";

    /// <summary>What happened, in one line, when it happens.</summary>
    public static string OneLine(string task, AttemptFailure failure)
    {
        var what = ShortLine.Of(Summary(failure.Failure).Split('\n')[0].TrimEnd());
        return failure switch
        {
            { IsCaught: true } => $"{task} failed in attempt {failure.Attempt}, which is caught: {what}",
            { IsFinal: true } => $"{task} failed: {what}",
            { RetryDelay: { } delay } => $"{task} failed in attempt {failure.Attempt}, tries again in {Durations.Text(delay)}: {what}",
            _ => $"{task} failed in attempt {failure.Attempt}: {what}",
        };
    }

    /// <summary>The exception's type and message, or what else ended the attempt.</summary>
    public static string Summary(StepFailure failure) => failure.Type.Length == 0 ? failure.Message : $"{failure.Type}: {failure.Message}";

    /// <summary>The exceptions within the exception, from the outside in, as "System.TimeoutException: too late".</summary>
    public static IReadOnlyList<string> Causes(StepFailure failure) =>
        [.. failure.StackTrace.Split('\n').Select(l => l.TrimEnd()).Where(l => l.StartsWith(InnerMark, StringComparison.Ordinal)).Select(l => WithoutNumber(l[InnerMark.Length..])).Take(MaxCauses)];

    /// <summary>The first frames of the user's own code.</summary>
    public static IReadOnlyList<string> UserFrames(StepFailure failure)
    {
        var frames = failure.StackTrace.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("at ", StringComparison.Ordinal)).ToArray();
        var own = frames.Where(IsOfUser).ToArray();
        return [.. (own.Length > 0 ? own : frames).Take(MaxFrames)];
    }

    // Those of an AggregateException are numbered, and end with a mark.
    private static string WithoutNumber(string line)
    {
        var isNumbered = line.StartsWith("(Inner Exception #", StringComparison.Ordinal);
        return isNumbered ? line[(line.IndexOf(')', StringComparison.Ordinal) + 1)..].Trim().Replace("<---", "", StringComparison.Ordinal) : line;
    }

    private static bool IsOfUser(string frame) =>
        !frame.StartsWith("at System.", StringComparison.Ordinal)
        && !frame.StartsWith("at Microsoft.", StringComparison.Ordinal)
        && !frame.StartsWith("at FlowSdk.Runtime", StringComparison.Ordinal)
        && !frame.StartsWith("at FlowSdk.Generated", StringComparison.Ordinal)
        && !frame.Contains(".__Definition.", StringComparison.Ordinal);
}
