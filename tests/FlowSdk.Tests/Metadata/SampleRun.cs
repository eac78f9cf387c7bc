using System.Text.Json;
using FlowSdk.Metadata;

namespace FlowSdk.Tests.Metadata;

/// <summary>Records of a small run, with something in every field.</summary>
internal static class SampleRun
{
    public static readonly RunPaths Paths = new("TrainFlow", "20261121-093200412-k7qp");

    public static readonly DateTimeOffset CreatedAt = new(2026, 11, 21, 9, 32, 0, 412, TimeSpan.Zero);

    public static RunStartedRecord Start => new()
    {
        FlowName = Paths.FlowName,
        RunId = Paths.RunId,
        CreatedAt = CreatedAt,
        UserName = "日本",
        HostName = "host",
        OriginRunId = "20261120-000000000-0000",
        Tags = ["b", "a"],
        CommandLine = ["run", "--learning-rates", "0.1,0.01"],
        Build = new Dictionary<string, string> { ["os"] = "Linux", ["sdk"] = "0.1.0" },
        Summary = "Trains.",
        Steps =
        [
            new("Start", false, "Loads.", "Train.cs", 12, [new(TransitionKind.ForEach, [1], 2)]),
            new("Train", false, "", "Train.cs", 20, [new(TransitionKind.Linear, [2], -1)]),
            new("Choose", true, "", "Train.cs", 30, [new(TransitionKind.Linear, [3], -1), new(TransitionKind.Branch, [3, 1], 2)]),
            new("End", false, "", "Train.cs", 40, []),
        ],
        Artifacts = [new("Data", "Dataset"), new("Accuracy", "double")],
        Parameters = [new("LearningRates", Inline("double[]", 1, 2, 3))],
    };

    public static IReadOnlyList<JournalRecord> Records =>
    [
        Start,
        Finished(1, new(0, 0, 0, 0), [], new(TransitionKind.ForEach, [1], 3, [new(0, 2, Inline("double", 9)), new(2, 1, Stored("double"))]), new(null, 0, [new(0, Stored("Dataset"))])),
        new TaskStartedRecord(2, new(1, 0, 1, 0), 0, CreatedAt.AddSeconds(1), 3),
        new AttemptFailedRecord
        {
            TaskId = 2,
            Key = new(1, 0, 1, 0),
            Attempt = 0,
            StartedAt = CreatedAt.AddSeconds(1),
            FinishedAt = CreatedAt.AddSeconds(2.5),
            Worker = 3,
            IsFinal = false,
            Failure = new(FailureKind.Exception, "System.InvalidOperationException", "no 日本", "at Train()\nat Run()"),
        },
        Finished(2, new(1, 0, 1, 0), [1], Linear(2), new(new(0, 500), 1, [new(1, Inline("double", 7))])) with { Attempt = 1 },
        Finished(3, new(1, 0, 1, 1), [1], Linear(2), new(new(0, 500), 1, [new(0, null), new(1, Inline("int", 8))])) with { Origin = "TrainFlow/20261120-000000000-0000/Train/9" },
        Finished(4, new(1, 2, 1, 70000), [1], Linear(2), new(new(0, 500), 1, [])),
        Finished(5, new(2, 0, 0, 0), [2, 3, 4, 9, 8], Linear(3), new(null, 0, [])),
        Finished(6, new(3, 0, 0, 0), [5], null, new(new(0, 900), 1, [])),
        new RunFinishedRecord
        {
            Status = RunStatus.Succeeded,
            FinishedAt = CreatedAt.AddHours(3),
            Steps =
            [
                new(new(1, 0, 0), 0, 0, CreatedAt.AddTicks(12345), CreatedAt.AddSeconds(1), TimeSpan.FromTicks(9_987_655)),
                new(new(3, 0, 0), 1, 1, CreatedAt.AddTicks(12345), CreatedAt.AddSeconds(4), TimeSpan.FromTicks(74_975_310)),
                new(new(1, 0, 0), 0, 0, CreatedAt.AddTicks(12345), CreatedAt.AddSeconds(5), TimeSpan.FromTicks(49_987_655)),
                new(new(1, 0, 5_000_000_000)),
            ],
            EndTask = new(0, 900),
            FirstFailures = [7, 5_000_000_000],
        },
    ];

    public static TaskFinishedRecord Finished(long id, TaskKey key, IReadOnlyList<long> parents, TakenTransition? transition, ArtifactChanges artifacts) => new()
    {
        TaskId = id,
        Key = key,
        Parents = parents,
        Attempt = 0,
        StartedAt = CreatedAt.AddTicks(12345),
        FinishedAt = CreatedAt.AddSeconds(id),
        Worker = 1,
        Transition = transition,
        Artifacts = artifacts,
    };

    public static TakenTransition Linear(int target) => new(TransitionKind.Linear, [target], 1, []);

    public static ArtifactReference Inline(string type, params byte[] bytes) => new() { TypeName = type, Length = bytes.Length, Inline = bytes };

    public static ArtifactReference Stored(string type) => new()
    {
        TypeName = type,
        Length = 5_000_000_000,
        Hash = new(1, 2, ulong.MaxValue, 4),
        Attachments = [new(5, 6, 7, 8)],
    };

    /// <summary>All that a record holds, as text.</summary>
    public static string Text(JournalRecord record) => record.GetType().Name + JsonSerializer.Serialize(record, record.GetType());
}
