using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>A flow as the source generator has read it. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FlowDefinition
{
    private protected FlowDefinition()
    {
    }

    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The summary of the class's XML documentation; empty if there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The steps, in the order of the source; a step's place is its number. Empty if the graph is wrong.</summary>
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    /// <summary>The artifacts in the order in which they are visited, those of base classes first.</summary>
    public required IReadOnlyList<ArtifactInfo> Artifacts { get; init; }

    /// <summary>The parameters, those of base classes first.</summary>
    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>Source lines, and what each step reads and sets, by step number. Called only when needed.</summary>
    public required Func<IReadOnlyList<StepSource>> Sources { get; init; }

    /// <summary>Whether the class takes services in its constructor.</summary>
    public bool ConstructorNeedsServices { get; init; }

    /// <summary>Tells one build of the flow from another.</summary>
    internal abstract Guid ModuleId { get; }

    internal abstract Flow Create(IServiceProvider services, ParameterBag parameters);

    internal abstract Flow CreateView(ParameterBag parameters);

    internal abstract ValueTask<Next?> InvokeAsync(Flow flow, int step, StepCall call);

    internal abstract Inputs<TInput> CreateInputs<TInput>(Flow[] views, string[] firstSteps, Flow? split)
        where TInput : Flow;
}

/// <summary>A flow as the source generator has read it. Used by generated code.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlowDefinition<TFlow> : FlowDefinition
    where TFlow : Flow
{
    /// <summary>Creates a flow object with its constructor, services and parameters.</summary>
    public required Func<IServiceProvider, ParameterBag, TFlow> Constructor { get; init; }

    /// <summary>Creates a flow object without running constructors or initializers, and sets its parameters.</summary>
    public required Func<ParameterBag, TFlow> ViewConstructor { get; init; }

    /// <summary>Calls the step with a number. The result is null for the end.</summary>
    public required Func<TFlow, int, StepCall, ValueTask<Next?>> Dispatch { get; init; }

    internal override Guid ModuleId => typeof(TFlow).Module.ModuleVersionId;

    internal override Flow Create(IServiceProvider services, ParameterBag parameters) => Constructor(services, parameters);

    internal override Flow CreateView(ParameterBag parameters) => ViewConstructor(parameters);

    internal override ValueTask<Next?> InvokeAsync(Flow flow, int step, StepCall call) => Dispatch((TFlow)flow, step, call);

    internal override Inputs<TInput> CreateInputs<TInput>(Flow[] views, string[] firstSteps, Flow? split) =>
        new(Array.ConvertAll(views, v => (TInput)v), firstSteps, (TInput?)split);
}
