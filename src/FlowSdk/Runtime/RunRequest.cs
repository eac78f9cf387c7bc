using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>A run to be made: all decisions are taken, all values checked.</summary>
internal sealed record RunRequest
{
    public required FlowDefinition Definition { get; init; }

    public required FlowGraph Graph { get; init; }

    /// <summary>The effective value of every parameter, encoded; inputs of large size are in the store already.</summary>
    public required IReadOnlyList<RecordedParameter> Parameters { get; init; }

    public required IsolationMode Isolation { get; init; }

    /// <summary>Tasks at a time.</summary>
    public required int MaxWorkers { get; init; }

    public OnFailure OnFailure { get; init; } = OnFailure.Drain;

    public bool WithoutGpu { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where to write the run's id before the first task; null for nowhere.</summary>
    public string? RunIdFile { get; init; }

    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>How to start a worker of this program; null when everything runs inline.</summary>
    public WorkerLaunch? Launch { get; init; }

    /// <summary>The services of the host, for inline tasks; called when a step first needs one.</summary>
    public required Func<IServiceProvider> Services { get; init; }
}

/// <summary>How to start this program again as a worker.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerLaunch(string FileName, IReadOnlyList<string> Arguments);

/// <summary>Where tasks run.</summary>
internal enum IsolationMode
{
    /// <summary>In warm worker processes.</summary>
    Process,

    /// <summary>In the runner itself.</summary>
    Inline,

    /// <summary>Each in a new worker process.</summary>
    Fresh,
}
