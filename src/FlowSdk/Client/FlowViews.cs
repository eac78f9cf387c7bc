using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;

namespace FlowSdk.Client;

/// <summary>
/// Shows finished tasks of a run as objects of a flow class, which may have changed since: artifacts and parameters are found by name.
/// </summary>
/// <remarks>
/// An artifact of another type fails when it is read, and no other does. A parameter is an ordinary property, that cannot fail by itself: one whose type has changed is
/// left out.
/// </remarks>
internal sealed class FlowViews(FlowDefinition definition, RunStartedRecord start, ArtifactStore artifacts)
{
    private readonly ArtifactLoader _loader = new(definition, artifacts);
    private readonly ParameterValues _parameters = new(definition, Known(definition, start), artifacts);
    private readonly Dictionary<string, int> _numbers = start.Artifacts.Select(static (artifact, number) => (artifact.Name, number)).ToDictionary();

    public Flow Create(string stepName, string path, ArtifactTable table)
    {
        var view = definition.CreateView(_parameters.CreateBag());
        view.Binding = new ViewBinding(stepName, _loader, new(path, _numbers.ContainsKey));
        view.Accept(new Hydration(_numbers, table));
        return view;
    }

    private static RecordedParameter[] Known(FlowDefinition definition, RunStartedRecord start)
    {
        var types = definition.Parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.TypeName);
        return [.. start.Parameters.Where(recorded => types.TryGetValue(recorded.Name, out var type) && type == recorded.Value.TypeName)];
    }

    private sealed class Hydration(Dictionary<string, int> numbers, ArtifactTable table) : ArtifactVisitor
    {
        public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
        {
            if (numbers.TryGetValue(artifact.Name, out var number) && table[number] is { } reference)
            {
                cell = new ArtifactCell<T> { Reference = reference, State = ArtifactState.Referenced };
            }
        }
    }
}
