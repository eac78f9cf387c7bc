namespace FlowSdk.Metadata;

/// <summary>One record of a run's journal. The bytes are described in docs/store-format.md.</summary>
internal abstract record JournalRecord;
