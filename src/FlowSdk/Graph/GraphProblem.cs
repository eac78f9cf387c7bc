namespace FlowSdk.Graph;

/// <summary>Something wrong with the graph of a flow.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Step">The step concerned; empty if it is the flow as a whole.</param>
/// <param name="Others">The other steps that take part, in the order in which the text names them.</param>
internal sealed record GraphProblem(GraphProblemKind Kind, string Step, IReadOnlyList<string> Others)
{
    /// <summary>The transition at fault; null if it is the step itself.</summary>
    public GraphPlace? At { get; init; }

    /// <summary>Ways through the graph that show what is wrong, each as the names of its steps.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Ways { get; init; } = [];

    /// <summary>The join that is missed, if it is known which; else null.</summary>
    public string? Join { get; init; }
}
