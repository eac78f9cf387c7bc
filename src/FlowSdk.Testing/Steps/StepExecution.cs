using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Inline;
using FlowSdk.Storage;
using FlowSdk.Testing.Memory;

namespace FlowSdk.Testing.Steps;

/// <summary>Runs one step by the code that runs it in earnest, as an attempt at a task of a run that does not exist.</summary>
internal sealed class StepExecution<TFlow>(TFlow flow, int step, StepTestOptions<TFlow> options)
    where TFlow : Flow, IFlow<TFlow>
{
    private const string RunId = "test";

    private readonly FlowDefinition _definition = TFlow.Definition;
    private readonly ArtifactStore _artifacts = new(new InMemoryObjectStore(TimeProvider.System));
    private readonly RunPaths _paths = new(TFlow.Definition.Name, RunId);

    public async Task<StepTestResult<TFlow>> RunAsync(CancellationToken cancellation)
    {
        var parameters = ParameterRecorder.Record(_definition, flow, _artifacts, leaveOutNulls: true);
        var join = await new GivenInputs(_definition, step, _artifacts).WriteAsync(_paths, options.Inputs, parameters);
        var given = FlowSnapshot.Take(flow, _definition.Artifacts.Count, _artifacts);
        RefuseArtifactsOfJoin(join, given);
        var assignment = new TaskAssignment
        {
            TaskId = 1,
            Step = step,
            Attempt = options.Attempt,
            Frames = GivenItem.FrameOf(_definition, step, options.Item, _artifacts) is { } frame ? [frame] : [],
            Artifacts = given,
            Join = join,
            Gang = Gang(),
        };
        var success = await ExecuteAsync(assignment, parameters, cancellation);
        var after = (join is null ? given : ArtifactTable.Empty(given.Count)).With(success.Changes);
        return new(
            View(after, parameters),
            new TakenStep(_definition, step, success.Transition, _artifacts),
            [.. success.Changes.Select(change => _definition.Artifacts[change.Artifact].Name)]);
    }

    private async Task<TaskResult.Success> ExecuteAsync(TaskAssignment assignment, IReadOnlyList<RecordedParameter> parameters, CancellationToken cancellation)
    {
        var run = new RunDescription
        {
            FlowName = _definition.Name,
            RunId = RunId,
            UserName = Environment.UserName,
            Tags = options.Tags,
            Parameters = parameters,
        };
        var executor = new TaskExecutor(
            _definition, run, _artifacts, new JournalReader(_artifacts.Objects, _paths), new(() => options.Services ?? NoServices.Instance, () => options.Logging));
        // What another step has left can only be looked at; it runs in an object of its own, as in a run.
        Flow? running = null;
        if (flow.Binding is not { IsView: true })
        {
            running = flow;
            running.Accept(ArtifactClearing.Instance);
        }

        using (StepEnvironment.OfProcess.Apply(_definition.Steps[step].EnvironmentVariables))
        {
            return (TaskResult.Success)await executor.RunAsync(assignment, running, onBegin: null, cancellation);
        }
    }

    private void RefuseArtifactsOfJoin(AssignedJoin? join, ArtifactTable given)
    {
        if (join is { Positions.Count: > 0 } && _definition.Artifacts.Where((_, number) => given[number] is not null).Select(a => a.Name).ToArray() is { Length: > 0 } names)
        {
            throw new FlowException(
                FlowErrors.StepTestMismatch,
                $"The test has set {string.Join(", ", names)} for {_definition.Name}.{_definition.Steps[step].Name}, but a join begins without artifacts. Set them in the inputs.");
        }
    }

    private Gang? Gang()
    {
        var takesGang = _definition.Steps[step].TakesGang;
        return takesGang == (options.Gang is not null) ? options.Gang : throw new FlowException(
            FlowErrors.StepTestMismatch,
            takesGang
                ? $"{_definition.Name}.{_definition.Steps[step].Name} takes a Gang, and the test gives it none. Set Gang, to new Gang(0, 1, \"127.0.0.1:5000\") for a gang of one."
                : $"The test gives {_definition.Name}.{_definition.Steps[step].Name} a gang, but the step takes none. Leave Gang out.");
    }

    private TFlow View(ArtifactTable table, IReadOnlyList<RecordedParameter> parameters)
    {
        var view = _definition.CreateView(new ParameterValues(_definition, parameters, _artifacts).CreateBag());
        view.Binding = new ViewBinding(_definition.Steps[step].Name, new(_definition, _artifacts));
        view.Accept(new ArtifactHydration(table));
        return (TFlow)view;
    }
}
