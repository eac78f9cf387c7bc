using System.Globalization;
using System.Text;

namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Writes a random flow as C#. Each statement ends with a comment by which it is known.</summary>
internal sealed class RandomSource(RandomFlow flow, string name)
{
    // Four artifacts, and two that hold failures.
    private const string Names = "ABCDEF";

    private readonly StringBuilder _text = new();

    public static string Write(RandomFlow flow, string name) => new RandomSource(flow, name).Write();

    private string Write()
    {
        Line($"public sealed partial class {name} : Flow");
        Line("{");
        Line("[Parameter] public int P { get; init; }");
        for (var artifact = 0; artifact < RandomFlow.Kept; artifact++)
        {
            Line($"[Artifact] public {(artifact < RandomFlow.Artifacts ? "int" : "StepFailure?")} {Names[artifact]} {{ get; set; }}");
        }

        for (var step = 0; step < flow.Steps.Count; step++)
        {
            Write(flow.Steps[step], step);
        }

        foreach (var method in flow.Steps.SelectMany(s => s.Leaves).Where(s => s.Kind == StatementKind.Call).Select(Method).Distinct())
        {
            Line($"private void {method}() {{ Use({method["Read".Length]}); {method[^1]} = 1; }}");
        }

        Line("private static void Use(int value) { }");
        Line("private static void Later(Action act) { }");
        Line("}");
        return _text.ToString();
    }

    private void Write(RandomStep step, int number)
    {
        var parameters = step.IsJoin ? $"Inputs<{name}> inputs" : step.Parameter;
        var caught = step.Catch >= 0 ? $", Catch(nameof({Names[step.Catch]}))" : "";
        Line($"[Step{caught}] public {(step.Transitions.Count == 0 ? "void" : "Next")} S{number}({parameters})");
        Line("{");
        Write(step.Body, step, number);
        if (step.Transitions.Count > 0)
        {
            var choices = step.Transitions.Select((t, i) =>
                i == step.Transitions.Count - 1 ? Code(t) : $"{(i == 0 && step.ChoosesByFailure ? $"{Names[step.Failure]} is null" : $"P == {i}")} ? {Code(t)} : ");
            Line($"return {string.Concat(choices)};");
        }

        Line("}");
    }

    private void Write(IEnumerable<RandomStatement> statements, RandomStep step, int number)
    {
        foreach (var statement in statements)
        {
            if (statement.Parts.Count == 0)
            {
                Line($"{Code(statement, step)} // {name} {number} {statement.Number}");
            }

            for (var i = 0; i < statement.Parts.Count; i++)
            {
                Line(Opening(statement.Kind, i));
                Write(statement.Parts[i], step, number);
                Line(statement.Kind == StatementKind.Switch ? i == 2 ? "break; } }" : "break; }" : "}");
            }
        }
    }

    private static string Opening(StatementKind kind, int part) => (kind, part) switch
    {
        (StatementKind.If, _) or (StatementKind.IfElse, 0) => "if (P > 5) {",
        (StatementKind.IfElse, _) => "else {",
        (StatementKind.Switch, 0) => "switch (P) { case 0: {",
        (StatementKind.Switch, 1) => "case 1: {",
        (StatementKind.Switch, _) => "default: {",
        (StatementKind.While, _) => "while (P > 6) {",
        (_, 0) => "try {",
        (StatementKind.TryCatch, _) => "catch (InvalidOperationException) {",
        _ => "finally {",
    };

    private static string Code(RandomStatement statement, RandomStep step)
    {
        var artifact = Names[statement.Artifact];
        var failure = Names[step.Failure];
        var leave = step.Transitions.Count == 0 ? "return;" : $"return {Code(step.Transitions[0])};";
        return statement.Kind switch
        {
            StatementKind.Read => $"Use({artifact});",
            StatementKind.Set => $"{artifact} = 1;",
            StatementKind.Add => $"{artifact} += 1;",
            StatementKind.Call => $"{Method(statement)}();",
            StatementKind.ReadLater => $"Later(() => Use({artifact}));",
            StatementKind.SetLater => $"Later(() => {artifact} = 1);",
            StatementKind.ReadUnlessFailed => $"if ({failure} is null) {{ Use({artifact}); }}",
            StatementKind.ReadIfFailed => $"if ({failure} is not null) {{ Use({artifact}); }}",
            StatementKind.LeaveIfFailed => $"if ({failure} is not null) {{ {leave} }}",
            StatementKind.Leave => $"if (P == 7) {{ {leave} }}",
            StatementKind.Throw => "if (P == 8) { throw new InvalidOperationException(); }",
            StatementKind.Break => "if (P == 9) { break; }",
            StatementKind.Continue => "if (P == 9) { continue; }",
            StatementKind.ReadInputs => $"foreach (var input in inputs) {{ Use(input.{artifact}); }}",
            StatementKind.ReadSoundInputs => $"foreach (var input in inputs) {{ if (input.{failure} is null) {{ Use(input.{artifact}); }} }}",
            StatementKind.ReadFirst => $"Use(inputs[0].{artifact});",
            StatementKind.Merge => $"Merge(inputs, exclude: [nameof({artifact})]);",
            StatementKind.MergeOne => $"Merge(inputs, include: [nameof({artifact})]);",
            StatementKind.MergeFirst => "Merge(inputs[0]);",
            StatementKind.MergeAny => "Merge(inputs.MaxBy(input => input.P)!);",
            _ => throw new ArgumentOutOfRangeException(nameof(statement)),
        };
    }

    private static string Code(RandomTransition transition)
    {
        var targets = string.Join(", ", transition.Targets.Select(t => $"S{t}"));
        return transition.Call switch
        {
            "ForEach" => $"ForEach(new[] {{ 1, 2 }}, {targets})",
            "InParallel" => $"InParallel(2, {targets})",
            _ => $"To({targets})",
        };
    }

    private static string Method(RandomStatement call) => $"Read{Names[call.Artifact]}Set{Names[call.Other]}";

    private void Line(string text) => _text.AppendLine(CultureInfo.InvariantCulture, $"{text}");
}
