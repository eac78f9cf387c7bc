using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>Makes the inputs of a join: views of finished tasks, read from the journal of the run.</summary>
internal sealed class JoinViews(
    TaskAssignment assignment, AssignedJoin join, FlowDefinition definition, JournalReader journal, ArtifactLoader loader, ParameterBag parameters)
{
    private readonly FlowBinding?[] _bindings = new FlowBinding?[definition.Steps.Count];

    public Inputs<TFlow> Create<TFlow>()
        where TFlow : Flow
    {
        var views = new Flow[join.Positions.Count];
        for (var i = 0; i < views.Length; i++)
        {
            var task = journal.ReadFinished(join.Positions[i]);
            views[i] = View(BindingOf(task.Key.Step), journal.TableOf(task));
        }

        var firstSteps = new string[join.FirstSteps.Count];
        for (var i = 0; i < firstSteps.Length; i++)
        {
            firstSteps[i] = definition.Steps[join.FirstSteps[i]].Name;
        }

        var split = views.Length == 0 && assignment.Artifacts is { } table ? View(BindingOf(assignment.Step), table) : null;
        return definition.CreateInputs<TFlow>(views, firstSteps, split);
    }

    private Flow View(FlowBinding binding, ArtifactTable table)
    {
        var view = definition.CreateView(parameters);
        view.Binding = binding;
        view.Accept(new ArtifactHydration(table));
        return view;
    }

    private FlowBinding BindingOf(int step) => _bindings[step] ??= new ViewBinding(definition.Steps[step].Name, loader);
}
