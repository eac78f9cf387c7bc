namespace FlowSdk.Generators.DataFlow;

/// <summary>Something wrong with the data of a flow.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Step">The step that reads or merges, by number.</param>
/// <param name="Place">Which event of its body it is.</param>
/// <param name="Artifact">The artifact, by number.</param>
/// <param name="Cell">What is known of the artifact there.</param>
/// <param name="Setters">For a join that reads what it starts without, the steps before it that set it, by number.</param>
internal sealed record DataProblem(DataProblemKind Kind, int Step, int Place, int Artifact, Cell Cell, IReadOnlyList<int> Setters);
