// The rules of graphs are compiled into the generator, and so is the kind of a transition, which the library has as well.
extern alias Generator;

using FlowSdk.Graph;

namespace FlowSdk.Generators.Tests.Graph;

/// <summary>Graphs as short texts, one line a step: <c>name: a</c> (linear), <c>a, b</c> (branch), <c>each a</c>, <c>gang a</c>; alternatives between bars; a star marks a join, an exclamation mark a gang's body; a name alone is an end.</summary>
internal static class Shape
{
    public static GraphVerdict Check(params string[] lines) => GraphRules.Check(Steps(lines));

    public static GraphStep[] Steps(params string[] lines) => [.. lines.Select(Step)];

    /// <summary>The joins of the splits of a valid graph, as <c>split/transition join</c>.</summary>
    public static string[] Joins(params string[] lines)
    {
        var steps = Steps(lines);
        var plan = GraphRules.Check(steps).Plan.ShouldNotBeNull();
        return [.. steps.SelectMany((s, i) => s.Transitions.Select((t, k) => (s.Name, k, Join: plan.Joins[i][k])))
            .Where(t => t.Join >= 0)
            .Select(t => $"{t.Name}/{t.k} {steps[t.Join].Name}")];
    }

    /// <summary>The problems of a wrong graph, as <c>Kind step: others</c>.</summary>
    public static string[] Problems(params string[] lines)
    {
        var verdict = Check(lines);
        (verdict.Plan is null).ShouldBe(verdict.Problems.Count > 0);
        return [.. verdict.Problems.Select(p => $"{p.Kind} {p.Step}: {string.Join(", ", p.Others)}".TrimEnd(' ', ':'))];
    }

    /// <summary>What is said of a wrong graph.</summary>
    public static string[] Messages(params string[] lines) => [.. Check(lines).Problems.Select(p => GraphProblemText.Describe(p, "F"))];

    /// <summary>All that is said of a wrong graph, as <c>id place: message</c>; a place is a step, or a transition as <c>step -> targets</c>.</summary>
    public static string[] Reports(params string[] lines)
    {
        var steps = Steps(lines);
        return [.. GraphRules.Check(steps).Problems.Select(p => $"{GraphProblemText.Id(p.Kind)} {Place(p, steps)}: {GraphProblemText.Describe(p, "F")}")];
    }

    private static string Place(GraphProblem problem, GraphStep[] steps) => problem.At switch
    {
        null => problem.Step,
        { Target: < 0 } at => $"{steps[at.Step].Name} -> {string.Join(", ", steps[at.Step].Transitions[at.Transition].Targets)}",
        var at => $"{steps[at.Step].Name} -> {steps[at.Step].Transitions[at.Transition].Targets[at.Target]}",
    };

    private static GraphStep Step(string line)
    {
        var parts = line.Split(':', 2);
        var name = parts[0].TrimEnd('*', '!');
        GraphTransition[] transitions = parts.Length == 1 ? [] : [.. parts[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Transition)];
        return new(name, parts[0].Contains('*'), parts[0].Contains('!'), parts.Length == 1, transitions);
    }

    private static GraphTransition Transition(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["each", var body] => new(Generator::FlowSdk.TransitionKind.ForEach, [body]),
            ["gang", var body] => new(Generator::FlowSdk.TransitionKind.Gang, [body]),
            [var target] => new(Generator::FlowSdk.TransitionKind.Linear, [target]),
            _ => new(Generator::FlowSdk.TransitionKind.Branch, words),
        };
    }
}
