using System.Collections.Concurrent;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Client;

/// <summary>What a run and its steps and tasks are read from.</summary>
internal sealed class RunContents(IObjectStore store, RunReader reader)
{
    private readonly ConcurrentDictionary<Type, FlowViews> _views = [];

    public RunReader Reader { get; } = reader;

    public ArtifactStore Artifacts { get; } = new(store);

    public RunPaths Paths => Reader.Paths;

    public string Location => store.Location;

    public string PathSpec { get; } = $"{reader.Paths.FlowName}/{reader.Paths.RunId}";

    /// <summary>What another run of the store has written.</summary>
    public LogReader LogOf(RunPaths run) => new(store, run);

    public string StepName(int step) => Reader.Start.Steps[step].Name;

    public string TaskPath(int step, long taskId) => Reader.Start.TaskPath(step, taskId);

    /// <summary>The number of a step.</summary>
    /// <exception cref="FlowException">The run's graph has no such step.</exception>
    public int StepNumber(string name)
    {
        var steps = Reader.Start.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Name == name)
            {
                return i;
            }
        }

        throw PathResolver.Invalid(
            $"{PathSpec}/{name}", $"The run has no step '{name}'; its steps are {string.Join(", ", steps.Select(static step => step.Name))}.");
    }

    /// <summary>The state of a finished task as an object of a flow class.</summary>
    public TFlow View<TFlow>(TaskFinishedRecord task)
        where TFlow : Flow, IFlow<TFlow>
    {
        var views = _views.GetOrAdd(typeof(TFlow), static (_, contents) => new(TFlow.Definition, contents.Reader.Start, contents.Artifacts), this);
        return (TFlow)views.Create(StepName(task.Key.Step), TaskPath(task.Key.Step, task.TaskId), Reader.Journal.TableOf(task));
    }
}
