namespace FlowSdk.Metadata;

/// <summary>What a store holds of a run, whether the run is visible or not.</summary>
/// <param name="Run">The run.</param>
/// <param name="Length">The length in bytes of its objects together: journal, output, tags.</param>
/// <param name="ModifiedAt">When the last of them was written, by the store's clock.</param>
internal sealed record RunFolder(RunPaths Run, long Length, DateTimeOffset ModifiedAt);
