namespace FlowSdk.Runtime.Workers;

/// <summary>The failure of an attempt whose worker has died.</summary>
internal static class WorkerDeath
{
    public static StepFailure Of(ProcessEnd end, string lastErrorOutput, bool hasBegun) => new(
        end.Kind,
        "",
        hasBegun
            ? $"The worker process {end.Reason} while the step ran."
            : $"The worker process {end.Reason} before the step began.",
        lastErrorOutput.Length == 0 ? "" : $"Its last lines on standard error:{Environment.NewLine}{lastErrorOutput}");
}
