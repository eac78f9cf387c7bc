using FlowSdk.Generated;

namespace FlowSdk.Runtime;

/// <summary>What holds for a step in one run: what its attributes say, and what the run adds to it.</summary>
internal sealed record StepSettings
{
    public required string Name { get; init; }

    public ResourcesAttribute? Resources { get; init; }

    public ConcurrencyAttribute? Concurrency { get; init; }

    public RetryAttribute? Retry { get; init; }

    public TimeoutAttribute? Timeout { get; init; }

    public CatchAttribute? Catch { get; init; }

    public IReadOnlyList<EnvironmentVariableAttribute> EnvironmentVariables { get; init; } = [];

    public static StepSettings Of(StepDefinition step) => new()
    {
        Name = step.Name,
        Resources = step.Resources,
        Concurrency = step.Concurrency,
        Retry = step.Retry,
        Timeout = step.Timeout,
        Catch = step.Catch,
        EnvironmentVariables = step.EnvironmentVariables,
    };

    /// <summary>The number of the artifact that holds a failure of the step; null if failures are not caught.</summary>
    public int? CatchArtifact(FlowDefinition definition)
    {
        for (var i = 0; Catch is not null && i < definition.Artifacts.Count; i++)
        {
            if (definition.Artifacts[i].Name == Catch.Artifact)
            {
                return i;
            }
        }

        return null;
    }
}
