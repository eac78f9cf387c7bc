namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>A graph into whose steps bodies are woven.</summary>
/// <param name="Name">Part of the flow's class name.</param>
/// <param name="Members">Artifacts and parameters that the shape itself needs to find its way.</param>
/// <param name="Steps">The steps.</param>
/// <param name="TaskCount">The number of tasks of a run.</param>
internal sealed record Shape(string Name, string Members, ShapeStep[] Steps, int TaskCount)
{
    public bool Has(string qualifier) => Steps.Any(s => s.Qualifiers.Contains(qualifier));
}

/// <summary>A step of a shape.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">The method's parameters; a join's is called <c>inputs</c>, and its type is written <c>TFlow</c>.</param>
/// <param name="Code">What the shape needs done before it leaves, and the return statement; empty for the end.</param>
/// <param name="Qualifiers">By which bodies find the step.</param>
internal sealed record ShapeStep(string Name, string Parameters, string Code, params string[] Qualifiers);
