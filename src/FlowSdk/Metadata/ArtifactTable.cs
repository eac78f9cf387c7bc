namespace FlowSdk.Metadata;

/// <summary>The artifacts of a finished task, resolved: a reference for each that is set, by number.</summary>
/// <remarks>What it holds never changes, so tasks share it. It remembers where in the journal it was first written down.</remarks>
internal sealed class ArtifactTable(ArtifactReference?[] references)
{
    private Recorded? _recorded;

    public static ArtifactTable Empty(int count) => new(new ArtifactReference?[count]);

    public ArtifactReference? this[int artifact] => references[artifact];

    public int Count => references.Length;

    /// <summary>This table with some artifacts changed; the same object if none is.</summary>
    public ArtifactTable With(IReadOnlyList<ArtifactChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var changed = (ArtifactReference?[])references.Clone();
        foreach (var (artifact, reference) in changes)
        {
            changed[artifact] = reference;
        }

        return new(changed);
    }

    /// <summary>
    /// What the record of a task with these artifacts says: the difference from the table that the task started with, if that
    /// stands in this journal and its chain is short; else everything. A task that changed nothing refers to where the table first stood, so chains do not grow.
    /// </summary>
    /// <param name="before">The table that the task started with; null for the start and for joins.</param>
    public ArtifactChanges Describe(ArtifactTable? before)
    {
        var recorded = before?._recorded;
        return recorded is null || (recorded.Depth >= ArtifactChanges.MaxDepth - 1 && !ReferenceEquals(before, this))
            ? new(null, 0, Differences(null))
            : new(recorded.Position, recorded.Depth + 1, Differences(before));
    }

    /// <summary>Remembers where the table was written down; the first time counts.</summary>
    public void SetRecorded(RecordPosition position, int depth) => _recorded ??= new(position, depth);

    private List<ArtifactChange> Differences(ArtifactTable? before)
    {
        var changes = new List<ArtifactChange>();
        if (ReferenceEquals(before, this))
        {
            return changes;
        }

        for (var artifact = 0; artifact < references.Length; artifact++)
        {
            var (old, now) = (before?[artifact], references[artifact]);
            if (!ReferenceEquals(old, now) && (old is null || now is null || !old.SameContent(now)))
            {
                changes.Add(new(artifact, now));
            }
        }

        return changes;
    }

    private sealed record Recorded(RecordPosition Position, int Depth);
}
