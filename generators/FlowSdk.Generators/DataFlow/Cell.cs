namespace FlowSdk.Generators.DataFlow;

/// <summary>What is known of an artifact at a place in the graph, and why.</summary>
/// <remarks>
/// A doubt is a set of artifacts that hold failures: the artifact is set if one of them is null. There may be several doubts,
/// and all have to be dispelled. A doubt without artifacts cannot be.
/// </remarks>
internal sealed class Cell
{
    public static readonly Cell Set = new(CellKind.Set, null, -1, []);

    private string? _key;

    private Cell(CellKind kind, StepPath? path, int join, IReadOnlyList<int[]> doubts) => (Kind, Path, Join, Doubts) = (kind, path, join, doubts);

    public CellKind Kind { get; }

    /// <summary>For what is not set, a way that leads here without; for what is doubtful, one to the step that may have failed.</summary>
    public StepPath? Path { get; }

    /// <summary>The join on the way that left the artifact behind, by number; -1 if it was not set before, either.</summary>
    public int Join { get; }

    public IReadOnlyList<int[]> Doubts { get; }

    /// <summary>Equal for cells that know the same.</summary>
    public string Key => _key ??= Kind switch
    {
        CellKind.Unset => $"-{Join}",
        CellKind.Doubtful => "?" + string.Join("|", Doubts.Select(d => string.Join(",", d)).OrderBy(d => d, StringComparer.Ordinal)),
        _ => "",
    };

    public static Cell Unset(StepPath path, int join = -1) => new(CellKind.Unset, path, join, []);

    public static Cell Doubtful(StepPath? path, IEnumerable<int[]> doubts)
    {
        // Where one of a few failures is null, so is one of more.
        var distinct = doubts.GroupBy(d => string.Join(",", d)).Select(g => g.First()).ToArray();
        var least = distinct.Where(d => !distinct.Any(o => o.Length < d.Length && o.All(f => d.Contains(f)))).ToArray();
        return least.Length == 0 ? Set : new(CellKind.Doubtful, path, -1, least);
    }

    /// <summary>What is known where two ways meet.</summary>
    public static Cell Meet(Cell first, Cell second) =>
        first.Kind == CellKind.Unset ? first
        : second.Kind == CellKind.Unset ? second
        : first.Key == second.Key ? first
        : Doubtful(first.Path ?? second.Path, first.Doubts.Concat(second.Doubts));

    /// <summary>What is known of an artifact that either of two sources gives.</summary>
    public static Cell Best(Cell first, Cell second)
    {
        if (first.Kind == CellKind.Unset && second.Kind == CellKind.Unset)
        {
            // That no input has it says more than that the join starts without.
            return first.Join >= 0 ? second : first;
        }

        if (first.Kind == CellKind.Doubtful && second.Kind == CellKind.Doubtful)
        {
            return Doubtful(first.Path, from one in first.Doubts from other in second.Doubts select one.Union(other).OrderBy(f => f).ToArray());
        }

        return first.Kind <= second.Kind ? first : second;
    }

    /// <summary>The same, one step further on.</summary>
    public Cell Enter(int step) => Kind == CellKind.Unset ? Unset(new(step, Path), Join) : this;

    /// <summary>The same where some artifacts that hold failures have been found to be null.</summary>
    public Cell Tested(IReadOnlyList<int> failures) =>
        Kind == CellKind.Doubtful ? Doubtful(Path, Doubts.Where(d => !d.Any(failures.Contains))) : this;

    /// <summary>The same where some artifacts that hold failures say nothing of these failures any more: they were set anew, or left behind.</summary>
    public Cell Forget(Func<int, bool> isForgotten) =>
        Kind == CellKind.Doubtful ? Doubtful(Path, Doubts.Select(d => d.Where(f => !isForgotten(f)).ToArray())) : this;

    /// <summary>The same after a step that sets the artifact, unless it fails.</summary>
    public Cell SetUnless(int failure, StepPath step) => Kind switch
    {
        CellKind.Set => this,
        CellKind.Unset => Doubtful(step, [[failure]]),
        _ => Doubtful(Path, Doubts.Select(d => d.Append(failure).Distinct().OrderBy(f => f).ToArray())),
    };
}
