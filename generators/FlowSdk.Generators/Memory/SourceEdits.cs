namespace FlowSdk.Generators.Memory;

/// <summary>What is not the same in a project as it was before.</summary>
/// <param name="members">By the number of each file that is different, the members that are: a comment may be all.</param>
internal sealed class SourceEdits(IReadOnlyDictionary<int, HashSet<int>> members)
{
    /// <summary>A declaration is different, or something around the source.</summary>
    public static readonly SourceEdits Anything = new(new Dictionary<int, HashSet<int>>());

    /// <summary>Whether what was found out at some places, and from declarations, is so no longer.</summary>
    public bool Touch(IEnumerable<SourcePlace> places) =>
        this == Anything || places.Any(p => members.TryGetValue(p.File, out var changed) && (p.Member == SourcePlace.All || changed.Contains(p.Member)));
}
