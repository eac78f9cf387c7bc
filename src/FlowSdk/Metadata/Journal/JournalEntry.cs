namespace FlowSdk.Metadata;

/// <summary>A record and where it stands.</summary>
internal readonly record struct JournalEntry(RecordPosition Position, JournalRecord Record);
