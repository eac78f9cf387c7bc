using System.Globalization;

namespace FlowSdk.Metadata;

/// <summary>The first record of every journal: what is run, by whom, with what.</summary>
internal sealed record RunStartedRecord : JournalRecord
{
    public required string FlowName { get; init; }

    public required string RunId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string UserName { get; init; }

    public required string HostName { get; init; }

    public string? OriginRunId { get; init; }

    /// <summary>The tags given on the command line; later changes are kept elsewhere.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>The summary of the flow's documentation; empty if there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>
    /// What the run was made by: "program" (the file that was started), "assembly" with "version" and "hash" (SHA-256), "moduleId", "sdk", "runtime", "os", and within a git repository
    /// "git" (the commit) and "gitState" ("clean" or "dirty"). What is not known is left out.
    /// </summary>
    public IReadOnlyDictionary<string, string> Build { get; init; } = new Dictionary<string, string>();

    /// <summary>The steps; tasks refer to them by number.</summary>
    public required IReadOnlyList<RecordedStep> Steps { get; init; }

    /// <summary>The artifacts; tasks refer to them by number.</summary>
    public required IReadOnlyList<RecordedArtifact> Artifacts { get; init; }

    /// <summary>The effective value of every parameter.</summary>
    public required IReadOnlyList<RecordedParameter> Parameters { get; init; }

    /// <summary>The path spec of a task.</summary>
    public string TaskPath(int step, long taskId) => string.Create(CultureInfo.InvariantCulture, $"{FlowName}/{RunId}/{Steps[step].Name}/{taskId}");
}

/// <summary>A step of the graph that was run.</summary>
internal sealed record RecordedStep(string Name, bool IsJoin, string Summary, string SourceFile, int SourceLine, IReadOnlyList<RecordedTransition> Transitions);

/// <summary>A transition of the graph that was run; targets are step numbers, join is -1 where nothing is split.</summary>
internal sealed record RecordedTransition(TransitionKind Kind, IReadOnlyList<int> Targets, int Join);

/// <summary>An artifact of the flow that was run.</summary>
internal sealed record RecordedArtifact(string Name, string TypeName);

/// <summary>A parameter and its value, encoded as an artifact would be.</summary>
internal sealed record RecordedParameter(string Name, ArtifactReference Value);
