using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>A step as the source generator has read it. Used by generated code.</summary>
/// <param name="name">The method's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepDefinition(string name)
{
    /// <summary>The method's name.</summary>
    public string Name { get; } = name;

    /// <summary>The summary of the method's XML documentation; empty if there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Every transition that the step's body can return, in the order of the source, without duplicates. Empty for the end.</summary>
    public IReadOnlyList<TransitionDefinition> Transitions { get; init; } = [];

    /// <summary>Whether the step has an <c>Inputs</c> parameter.</summary>
    public bool IsJoin { get; init; }

    /// <summary>Whether the step takes a <see cref="Gang"/>.</summary>
    public bool TakesGang { get; init; }

    /// <summary>Whether the step has a <see cref="FromServicesAttribute"/> parameter.</summary>
    public bool NeedsServices { get; init; }

    /// <summary>What a task of the step needs; null if not said.</summary>
    public ResourcesAttribute? Resources { get; init; }

    /// <summary>How many tasks of the step may run at a time in a run; null if not said.</summary>
    public ConcurrencyAttribute? Concurrency { get; init; }

    /// <summary>How often and when the step is tried again; null if not said.</summary>
    public RetryAttribute? Retry { get; init; }

    /// <summary>How long an attempt may run; null if not said.</summary>
    public TimeoutAttribute? Timeout { get; init; }

    /// <summary>Where the failure of a task is kept when the run goes on all the same; null if it does not.</summary>
    public CatchAttribute? Catch { get; init; }

    /// <summary>Creates the filters around the step, the outermost first; null if there are none.</summary>
    public Func<IReadOnlyList<StepFilterAttribute>>? Filters { get; init; }

    /// <summary>Environment variables of the worker process.</summary>
    public IReadOnlyList<EnvironmentVariableAttribute> EnvironmentVariables { get; init; } = [];
}
