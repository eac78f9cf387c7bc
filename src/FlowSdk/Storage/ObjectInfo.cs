namespace FlowSdk.Storage;

/// <summary>What a store knows of an object without reading it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Version">Changes whenever the object is written, appended to or refreshed. Opaque.</param>
/// <param name="ModifiedAt">When that last happened, by the store's own clock.</param>
public sealed record ObjectInfo(string Key, long Length, string Version, DateTimeOffset ModifiedAt);
