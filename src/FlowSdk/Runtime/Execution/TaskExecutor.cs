using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Storage;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime.Execution;

/// <summary>Executes attempts at tasks of one run: in the runner itself or in a worker, by the same code. May be used from any thread.</summary>
/// <param name="definition">The flow.</param>
/// <param name="run">What all tasks of the run have in common.</param>
/// <param name="artifacts">Where artifacts are kept.</param>
/// <param name="journal">The run's journal, from which joins read what they close.</param>
/// <param name="host">The services and the logging of the host, built when first asked for.</param>
internal sealed class TaskExecutor(FlowDefinition definition, RunDescription run, ArtifactStore artifacts, JournalReader journal, ExecutionHost host)
{
    private readonly ParameterValues _parameters = new(definition, run.Parameters, artifacts);
    private readonly ArtifactLoader _loader = new(definition, artifacts);
    private readonly ItemReader _items = new(definition, artifacts);
    private readonly FilteredStep[] _steps = [.. definition.Steps.Select((_, number) => new FilteredStep(definition, number))];
    private readonly StepTransitions _transitions = new(definition, artifacts);

    /// <summary>Executes an attempt. Never throws: whatever happens is the attempt's result.</summary>
    /// <param name="task">The attempt.</param>
    /// <param name="onBegin">Called when all is ready and the user's code begins.</param>
    /// <param name="cancellation">The token of the step.</param>
    public async ValueTask<TaskResult> ExecuteAsync(TaskAssignment task, Action? onBegin, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(task, flow: null, onBegin, cancellation).ConfigureAwait(false);
        }
        catch (FlowException exception) when (IsOfStore(exception))
        {
            return new TaskResult.Broken(exception);
        }
        catch (Exception exception)
        {
            return StepFailures.Of(exception, definition.Steps[task.Step], cancellation);
        }
    }

    /// <summary>Executes an attempt.</summary>
    /// <param name="task">The attempt.</param>
    /// <param name="flow">The object in which the step runs; null for one that the flow's constructor makes.</param>
    /// <param name="onBegin">Called when all is ready and the user's code begins.</param>
    /// <param name="cancellation">The token of the step.</param>
    /// <exception cref="Exception">What the step has thrown, unless its failure is to be caught: that is a result.</exception>
    public async ValueTask<TaskResult> RunAsync(TaskAssignment task, Flow? flow, Action? onBegin, CancellationToken cancellation)
    {
        var step = definition.Steps[task.Step];
        var items = new TaskItems(task, definition, _items);
        var context = new TaskContext(run, step.Name, task, items);
        try
        {
            await using var services = new TaskServices(host.Services);
            var parameters = _parameters.CreateBag();
            var join = task.Join is { } closed ? new JoinViews(task, closed, definition, journal, _loader, parameters) : null;
            var call = new TaskStepCall(task, items, join, services, cancellation);
            onBegin?.Invoke();
            ObjectStores.Current = artifacts.Objects;
            flow ??= definition.Create(services, parameters);
            flow.Binding = new TaskBinding(context, LoggerOf(step), step.IsJoin, _loader);
            var state = new TaskState(flow, task, artifacts);
            try
            {
                var filterContext = new TaskStepContext(flow, context, flow.Binding.Logger, step, services, cancellation);
                var next = await _steps[task.Step].InvokeAsync(filterContext, call).ConfigureAwait(false);
                return new TaskResult.Success(_transitions.Take(task.Step, next, cancellation), state.Collect());
            }
            catch (Exception exception) when (task.CatchArtifact is not null && !IsOfStore(exception))
            {
                return state.AddTo(StepFailures.Of(exception, step, cancellation));
            }
        }
        finally
        {
            context.DeleteTempDirectory();
        }
    }

    private static bool IsOfStore(Exception exception) =>
        exception is FlowException { Id: FlowErrors.StoreUnusable or FlowErrors.StoreReadOnly or FlowErrors.StoreFull };

    private ILogger LoggerOf(StepDefinition step) => host.Logging()?.CreateLogger($"{definition.Name}.{step.Name}") ?? StepLogger.Instance;
}
