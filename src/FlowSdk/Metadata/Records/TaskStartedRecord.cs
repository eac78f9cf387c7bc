namespace FlowSdk.Metadata;

/// <summary>An attempt that has been under way for a while (about a second), so that it can be seen before it ends.</summary>
internal sealed record TaskStartedRecord(long TaskId, TaskKey Key, int Attempt, DateTimeOffset StartedAt, int Worker) : JournalRecord;
