using FlowSdk.Generated;

namespace FlowSdk.Tests.CommandLine;

/// <summary>Definitions to be shown; they are never run.</summary>
internal static class SampleGraphs
{
    /// <summary>A foreach, a loop, and a choice.</summary>
    public static FlowDefinition Train { get; } = Define(
        "TrainFlow",
        "Trains models.",
        new("Start") { Summary = "Loads the rows.", Transitions = [TransitionDefinition.ForEach<double>("Fit")] },
        new("Fit") { Transitions = [TransitionDefinition.Linear("Fit"), TransitionDefinition.Linear("Choose")], Resources = new() { Cpu = 2, Gpu = 1 } },
        new("Choose") { IsJoin = true, Transitions = [TransitionDefinition.Linear("Publish"), TransitionDefinition.Linear("Discard")] },
        new("Publish") { Transitions = [TransitionDefinition.Linear("End")] },
        new("Discard") { Transitions = [TransitionDefinition.Linear("End")] },
        new("End"));

    /// <summary>Two branches, one with a foreach in it.</summary>
    public static FlowDefinition Nested { get; } = Define(
        "NestedFlow",
        "",
        new("Start") { Transitions = [TransitionDefinition.Branch("Left", "Right")] },
        new("Left") { Transitions = [TransitionDefinition.ForEach<int>("Item")] },
        new("Item") { Transitions = [TransitionDefinition.Linear("Collect")] },
        new("Collect") { IsJoin = true, Transitions = [TransitionDefinition.Linear("Both")] },
        new("Right") { Transitions = [TransitionDefinition.Linear("Both")] },
        new("Both") { IsJoin = true, Transitions = [TransitionDefinition.Linear("End")] },
        new("End"));

    /// <summary>A step that merges, and one that hands the flow to other code.</summary>
    public static FlowDefinition Data { get; } = DefineWithSources(
        "DataFlow",
        "",
        [
            new("flow.cs", 3, ["Rates"], ["Best", "Rows"], [], true), new("flow.cs", 5, ["Rows"], [], [], false),
            new("flow.cs", 7, [], [], ["Best"], true), new("flow.cs", 9, [], [], [], true),
        ],
        new StepDefinition("Start") { Transitions = [TransitionDefinition.ForEach<double>("Fit")] },
        new StepDefinition("Fit") { Transitions = [TransitionDefinition.Linear("Choose")] },
        new StepDefinition("Choose") { IsJoin = true, Transitions = [TransitionDefinition.Linear("End")] },
        new StepDefinition("End"));

    public static FlowDefinition Define(string name, string summary, params StepDefinition[] steps) =>
        DefineWithSources(name, summary, [.. steps.Select((_, i) => new StepSource("flow.cs", 10 * (i + 1), [], [], [], true))], steps);

    private static FlowDefinition<Flow> DefineWithSources(string name, string summary, StepSource[] sources, params StepDefinition[] steps) => new()
    {
        Name = name,
        Summary = summary,
        Steps = steps,
        Artifacts = [],
        Parameters = [],
        Constructor = static (_, _) => throw new NotSupportedException(),
        ViewConstructor = static _ => throw new NotSupportedException(),
        Dispatch = static (_, _, _) => throw new NotSupportedException(),
        Sources = () => sources,
    };
}
