namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>What the steps of a flow do, whatever its graph.</summary>
/// <param name="Name">Part of the flow's class name.</param>
/// <param name="Members">Artifacts and parameters.</param>
/// <param name="Parts">Code by the qualifier of the steps that it goes into; a step takes the first that fits. "all" fits every step.</param>
internal sealed record Body(string Name, string Members, (string Qualifier, string Code)[] Parts)
{
    /// <summary>Which shapes it makes sense for; all by default.</summary>
    public Func<Shape, bool> Fits { get; init; } = _ => true;

    /// <summary>Attributes of the steps that take the part of a qualifier, besides [Step].</summary>
    public Dictionary<string, string> Attributes { get; init; } = [];

    /// <summary>Parameters that every step takes, after its own.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>Further arguments of <c>run</c>.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>What must hold afterwards, beyond what the steps have checked themselves.</summary>
    public Func<Shape, RunState, Task> CheckAsync { get; init; } = (_, _) => Task.CompletedTask;
}
