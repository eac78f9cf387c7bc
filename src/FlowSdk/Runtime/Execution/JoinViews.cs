using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>Makes the inputs of a join: views of finished tasks, read from the journal of the run.</summary>
internal sealed class JoinViews(
    TaskAssignment task, AssignedJoin join, FlowDefinition definition, JournalReader journal, ArtifactLoader loader, ParameterBag parameters)
{
    private readonly FlowBinding?[] _bindings = new FlowBinding?[definition.Steps.Count];

    public Inputs<TFlow> Create<TFlow>()
        where TFlow : Flow
    {
        var views = new Flow[join.Positions.Count];
        for (var i = 0; i < views.Length; i++)
        {
            var position = join.Positions[i];
            var record = (TaskFinishedRecord)journal.Read(position);
            views[i] = View(BindingOf(record.Key.Step), journal.ReadTable(position));
        }

        var firstSteps = new string[join.FirstSteps.Count];
        for (var i = 0; i < firstSteps.Length; i++)
        {
            firstSteps[i] = definition.Steps[join.FirstSteps[i]].Name;
        }

        var split = views.Length == 0 && task.Artifacts is { } table ? View(BindingOf(task.Step), table) : null;
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
