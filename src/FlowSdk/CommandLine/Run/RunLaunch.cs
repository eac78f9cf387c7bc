using FlowSdk.Graph;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>Makes a run of which everything is known, and shows it.</summary>
internal static class RunLaunch
{
    /// <param name="context">The command.</param>
    /// <param name="settings">What its options say.</param>
    /// <param name="graph">The flow's graph.</param>
    /// <param name="parameters">The effective value of every parameter.</param>
    /// <param name="store">Where the run is kept.</param>
    /// <param name="resume">What is taken over from another run; null for nothing.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        CommandContext context, RunSettings settings, FlowGraph graph, IReadOnlyList<RecordedParameter> parameters, IObjectStore store, ResumePlan? resume = null)
    {
        var request = new RunRequest
        {
            Definition = context.Definition,
            Graph = graph,
            Steps = StepAdditions.Apply(context.Definition, settings.With),
            Parameters = parameters,
            Resume = resume,
            Isolation = settings.Isolation,
            MaxWorkers = settings.MaxWorkers,
            OnFailure = settings.OnFailure,
            WithoutGpu = settings.WithoutGpu,
            Tags = settings.Tags,
            RunIdFile = settings.RunIdFile,
            CommandLine = context.Arguments,
            Launch = settings.Isolation == IsolationMode.Inline ? null : WorkerLaunches.OfThisProgram(),
            Services = () => context.Host.Services,
            Logging = context.Host.FindLogging,
            Prestart = context.Prestart,
        };
        using var signals = new StopSignals();
        await context.Host.StartAsync(signals.Cancel);
        var outcome = await RunPresentation.ShowAsync(
            context,
            context.Definition,
            store.Location,
            resume,
            observer => RunExecution.ExecuteAsync(request, store, observer, context.Time, signals.Cancel, signals.Kill));
        return ExitCodes.Of(outcome.Status);
    }
}
