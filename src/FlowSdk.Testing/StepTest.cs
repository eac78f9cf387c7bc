using FlowSdk.Generated;
using FlowSdk.Testing.Steps;

namespace FlowSdk.Testing;

/// <summary>Runs one step of a flow alone, without a run and without a store.</summary>
public static class StepTest
{
    /// <summary>Runs one attempt at a step. Its filters act; <c>[Retry]</c>, <c>[Timeout]</c> and <c>[Catch]</c>, which are about whole tasks, do not.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="flow">
    /// The flow object in which the step runs, with the parameters and the artifacts that the step starts with: <c>new TrainFlow { Input = "rows.csv", Data = data }</c>.
    /// Artifacts go through their codec, so that the step has copies, as in a run. It may also be the <see cref="StepTestResult{TFlow}.State"/> that another step has left;
    /// the step then runs in an object that the flow's constructor makes, and what it leaves is in the result only.
    /// </param>
    /// <param name="step">The name of the step: <c>nameof(TrainFlow.Train)</c>.</param>
    /// <param name="options">What else the step is called with; null for nothing.</param>
    /// <param name="cancellation">The token that the step gets.</param>
    /// <returns>Where the step went, and what it left.</returns>
    /// <exception cref="FlowException">The flow has no such step, or it takes other things than it is given; or the step made a mistake in its use of the SDK.</exception>
    /// <remarks>What the step itself throws comes out as it is.</remarks>
    public static Task<StepTestResult<TFlow>> RunAsync<TFlow>(
        TFlow flow, string step, StepTestOptions<TFlow>? options = null, CancellationToken cancellation = default)
        where TFlow : Flow, IFlow<TFlow>
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(step);
        FlowDefinition definition = TFlow.Definition;
        for (var number = 0; number < definition.Steps.Count; number++)
        {
            if (definition.Steps[number].Name == step)
            {
                return new StepExecution<TFlow>(flow, number, options ?? new()).RunAsync(cancellation);
            }
        }

        throw new FlowException(
            FlowErrors.UnknownStepOfTest,
            $"{definition.Name} has no step '{step}'. Its steps are {string.Join(", ", definition.Steps.Select(s => s.Name))}. Use nameof.");
    }
}
