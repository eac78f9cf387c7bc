namespace FlowSdk.Metadata;

/// <summary>A line that a task wrote, or a piece of a long one.</summary>
/// <param name="Step">The step's number.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Time">When it arrived.</param>
/// <param name="Text">The text without the end of the line; what is not UTF-8 is replaced.</param>
/// <param name="IsPartial">Whether it goes on in the next piece of the same stream, or was never ended.</param>
internal readonly record struct LogPiece(
    int Step, long TaskId, int Attempt, OutputStream Stream, DateTimeOffset Time, string Text, bool IsPartial);
