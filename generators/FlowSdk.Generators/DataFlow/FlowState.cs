namespace FlowSdk.Generators.DataFlow;

/// <summary>What is known of all artifacts at a place in the graph.</summary>
/// <param name="Cells">What is known of each, by number.</param>
/// <param name="Way">Some way that leads here.</param>
internal sealed record FlowState(Cell[] Cells, StepPath Way)
{
    /// <summary>Equal for states that know the same.</summary>
    public string Key => string.Join(";", Cells.Select(c => c.Key));

    public FlowState Enter(int step) => new(Array.ConvertAll(Cells, c => c.Enter(step)), new(step, Way));

    public FlowState Tested(IReadOnlyList<int> failures) => failures.Count == 0 ? this : this with { Cells = Array.ConvertAll(Cells, c => c.Tested(failures)) };

    /// <summary>What is known where two ways meet.</summary>
    public static FlowState Meet(FlowState? first, FlowState second) =>
        first is null ? second : first with { Cells = [.. first.Cells.Zip(second.Cells, Cell.Meet)] };
}
