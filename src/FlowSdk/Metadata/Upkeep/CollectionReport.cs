namespace FlowSdk.Metadata;

/// <summary>What a collection of garbage removed, or would remove.</summary>
/// <param name="Runs">The runs that it deleted, by flow the newest first.</param>
/// <param name="Garbage">Objects that nothing needed, with what was left of runs that were deleted before.</param>
/// <param name="Unfinished">Files of writers that died.</param>
/// <param name="Young">Objects that nothing needs, but that are too new to be sure of that: they stay.</param>
/// <param name="Kept">Objects that are needed.</param>
internal sealed record CollectionReport(IReadOnlyList<RemovedRun> Runs, ObjectTally Garbage, ObjectTally Unfinished, ObjectTally Young, ObjectTally Kept)
{
    /// <summary>The bytes that it freed.</summary>
    public long Length => Runs.Sum(static run => run.Length) + Garbage.Length + Unfinished.Length;
}

/// <summary>A run that was deleted.</summary>
/// <param name="Summary">What it was.</param>
/// <param name="Length">The bytes of its journal, output and tags.</param>
internal sealed record RemovedRun(RunSummary Summary, long Length);

/// <summary>Some objects.</summary>
/// <param name="Count">How many.</param>
/// <param name="Length">Their bytes.</param>
internal readonly record struct ObjectTally(long Count, long Length)
{
    public ObjectTally Add(long length) => new(Count + 1, Length + length);
}
