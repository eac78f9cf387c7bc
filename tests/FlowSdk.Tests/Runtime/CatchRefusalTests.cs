using FlowSdk.Generated;
using FlowSdk.Graph;

namespace FlowSdk.Tests.Runtime;

public sealed class CatchRefusalTests
{
    [Fact]
    public void A_step_with_one_transition_may_be_caught() => ProblemsOf(TransitionDefinition.Linear("A")).ShouldBeEmpty();

    [Fact]
    public void A_step_that_chooses_where_to_go_cannot_be_caught() =>
        ProblemsOf(TransitionDefinition.Linear("A"), TransitionDefinition.Linear("End")).ShouldHaveSingleItem()
            .ShouldStartWith("FLOW1411: Step 'Start' carries [Catch], but where the flow goes on is decided in its body");

    [Fact]
    public void A_foreach_cannot_be_caught() =>
        ProblemsOf(TransitionDefinition.ForEach<int>("A")).ShouldContain(p => p.StartsWith("FLOW1411: Step 'Start'", StringComparison.Ordinal));

    [Fact]
    public void The_failure_goes_into_an_artifact_for_failures() =>
        ProblemsOf("Other", TransitionDefinition.Linear("A")).ShouldHaveSingleItem()
            .ShouldBe("FLOW1411: Step 'Start' carries [Catch(\"Other\")], but that is no artifact of type StepFailure?. Add [Artifact] public partial StepFailure? Other { get; set; } to the flow.");

    private static IReadOnlyList<string> ProblemsOf(params TransitionDefinition[] transitions) => ProblemsOf("Error", transitions);

    private static IReadOnlyList<string> ProblemsOf(string artifact, params TransitionDefinition[] transitions)
    {
        var definition = new FlowDefinition<ThrowingByHand>
        {
            Name = "F",
            Steps =
            [
                new("Start") { Transitions = transitions, Catch = new CatchAttribute(artifact) },
                new("A") { Transitions = [TransitionDefinition.Linear("End")] },
                new("End"),
            ],
            Artifacts =
            [
                new ArtifactInfo<StepFailure?>("Error", "FlowSdk.StepFailure?") { IsNullable = true },
                new ArtifactInfo<string?>("Other", "string?") { IsNullable = true },
            ],
            Parameters = [],
            Sources = () => [],
            Constructor = (_, _) => throw new NotSupportedException(),
            ViewConstructor = _ => throw new NotSupportedException(),
            Dispatch = (_, _, _) => throw new NotSupportedException(),
        };
        FlowGraphBuilder.TryBuild(definition, out var problems);
        return problems;
    }
}
