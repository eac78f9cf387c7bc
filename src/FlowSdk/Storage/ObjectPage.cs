namespace FlowSdk.Storage;

/// <summary>A part of a listing.</summary>
/// <param name="Objects">The objects, in the order of their keys.</param>
/// <param name="HasMore">Whether more may follow after the last of them.</param>
public sealed record ObjectPage(IReadOnlyList<ObjectInfo> Objects, bool HasMore);
