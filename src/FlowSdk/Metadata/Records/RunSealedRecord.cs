namespace FlowSdk.Metadata;

/// <summary>The last record of an interrupted run that was resumed: its runner, should it wake up, can append nothing behind it.</summary>
/// <param name="By">The id of the run that resumed it.</param>
/// <param name="SealedAt">When.</param>
internal sealed record RunSealedRecord(string By, DateTimeOffset SealedAt) : JournalRecord;
