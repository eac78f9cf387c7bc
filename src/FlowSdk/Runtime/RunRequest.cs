using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Runtime.Workers;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime;

/// <summary>A run to be made: all decisions are taken, all values checked.</summary>
internal sealed record RunRequest
{
    public required FlowDefinition Definition { get; init; }

    public required FlowGraph Graph { get; init; }

    /// <summary>What holds for each step, by number; what their attributes say, unless the run was asked for more.</summary>
    public IReadOnlyList<StepSettings> Steps
    {
        get => field ??= [.. Definition.Steps.Select(StepSettings.Of)];
        init;
    }

    /// <summary>The effective value of every parameter, encoded; inputs of large size are in the store already.</summary>
    public required IReadOnlyList<RecordedParameter> Parameters { get; init; }

    /// <summary>What is taken over from another run; null for nothing.</summary>
    public ResumePlan? Resume { get; init; }

    public required IsolationMode Isolation { get; init; }

    /// <summary>Tasks at a time.</summary>
    public required int MaxWorkers { get; init; }

    public OnFailure OnFailure { get; init; } = OnFailure.Drain;

    public bool WithoutGpu { get; init; }

    /// <summary>How long a timed-out task has after its token was canceled.</summary>
    public TimeSpan TimeoutGrace { get; init; } = TimeSpan.FromSeconds(5);

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where to write the run's id before the first task; null for nowhere.</summary>
    public string? RunIdFile { get; init; }

    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>How to start a worker of this program; null when everything runs inline.</summary>
    public WorkerLaunch? Launch { get; init; }

    /// <summary>The services of the host, for inline tasks; called when a step first needs one.</summary>
    public required Func<IServiceProvider> Services { get; init; }

    /// <summary>The logging that the user has set up in the host, for inline tasks; gives null where none was, and steps then log to their own output.</summary>
    public Func<ILoggerFactory?> Logging { get; init; } = static () => null;

    /// <summary>A worker that was started before the request was known; null if none was.</summary>
    public WorkerPrestart? Prestart { get; init; }

    /// <summary>Where run ids and the spread of retries come from.</summary>
    public Random Random { get; init; } = Random.Shared;
}
