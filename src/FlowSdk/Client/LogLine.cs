namespace FlowSdk;

/// <summary>A line that a task wrote.</summary>
/// <param name="Time">When its end arrived, in UTC.</param>
/// <param name="Stream">Where the task wrote it.</param>
/// <param name="Text">The line without its end; what was not UTF-8 is replaced.</param>
/// <param name="StepName">The task's step.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="Attempt">The number of the attempt, from 0.</param>
public readonly record struct LogLine(DateTimeOffset Time, OutputStream Stream, string Text, string StepName, string TaskId, int Attempt);
