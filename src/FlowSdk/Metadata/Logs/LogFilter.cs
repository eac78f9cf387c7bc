namespace FlowSdk.Metadata;

/// <summary>Which lines are wanted; null stands for all.</summary>
internal readonly record struct LogFilter(int? Step, long? TaskId, int? Attempt, OutputStream? Stream)
{
    public bool Matches(int step, long taskId, int attempt, OutputStream stream) =>
        (Step ?? step) == step && (TaskId ?? taskId) == taskId && (Attempt ?? attempt) == attempt && (Stream ?? stream) == stream;
}
