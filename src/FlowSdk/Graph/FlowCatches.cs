using FlowSdk.Generated;

namespace FlowSdk.Graph;

/// <summary>Where the failures of steps can be caught, and where they can go.</summary>
internal static class FlowCatches
{
    /// <summary>Whether it is known where the flow goes on when the step has failed.</summary>
    public static bool CanCatch(StepDefinition step) =>
        CatchRules.HasStaticTransition([.. step.Transitions.Select(t => new GraphTransition(t.Kind, t.Targets))]);

    /// <summary>Whether an artifact is one of type <c>StepFailure?</c>.</summary>
    public static bool CanHoldFailure(FlowDefinition definition, string artifact) =>
        definition.Artifacts.Any(a => a.Name == artifact && a is ArtifactInfo<StepFailure> { IsNullable: true });

    /// <summary>Says, with an id, what is wrong with a step's <c>[Catch]</c>; null if nothing is.</summary>
    public static string? Problem(StepDefinition step, FlowDefinition definition) => step.Catch switch
    {
        null => null,
        _ when !CanCatch(step) =>
            $"{FlowErrors.CannotCatch}: Step '{step.Name}' carries [Catch], but where the flow goes on is decided in its body, which has then failed. "
            + "Let it have one transition, To(...), or put what can fail into a step before it.",
        { Artifact: var artifact } when !CanHoldFailure(definition, artifact) =>
            $"{FlowErrors.CannotCatch}: Step '{step.Name}' carries [Catch(\"{artifact}\")], but that is no artifact of type StepFailure?. "
            + $"Add [Artifact] public partial StepFailure? {artifact} {{ get; set; }} to the flow.",
        _ => null,
    };
}
