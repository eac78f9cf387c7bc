using System.Globalization;
using System.Text;

namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>Writes a random flow as C#. Each statement ends with a comment by which it is known.</summary>
internal static class RandomSource
{
    private const string Names = "ABCD";

    public static string Write(RandomFlow flow, string name)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"public sealed partial class {name} : Flow");
        text.AppendLine("{");
        text.AppendLine("[Parameter] public int P { get; init; }");
        foreach (var artifact in Names)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[Artifact] public int {artifact} {{ get; set; }}");
        }

        for (var step = 0; step < flow.Steps.Count; step++)
        {
            Write(text, flow.Steps[step], step, name);
        }

        foreach (var call in flow.Steps.SelectMany(s => s.Statements).Where(s => s.Kind == StatementKind.Call).Distinct())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"private void {Method(call)}() {{ Use({Names[call.Artifact]}); {Names[call.Other]} = 1; }}");
        }

        return text.AppendLine("private static void Use(int value) { }").AppendLine("}").ToString();
    }

    private static void Write(StringBuilder text, RandomStep step, int number, string flow)
    {
        var parameters = step.IsJoin ? $"Inputs<{flow}> inputs" : step.Parameter;
        text.AppendLine(CultureInfo.InvariantCulture, $"[Step] public {(step.Transitions.Count == 0 ? "void" : "Next")} S{number}({parameters})");
        text.AppendLine("{");
        for (var i = 0; i < step.Statements.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Code(step.Statements[i])} // {flow} {number} {i}");
        }

        if (step.Transitions.Count > 0)
        {
            var choices = step.Transitions.Select((t, i) => i == step.Transitions.Count - 1 ? Code(t) : $"P == {i} ? {Code(t)} : ");
            text.AppendLine(CultureInfo.InvariantCulture, $"return {string.Concat(choices)};");
        }

        text.AppendLine("}");
    }

    private static string Code(RandomStatement statement)
    {
        var name = Names[statement.Artifact];
        return statement.Kind switch
        {
            StatementKind.Read => $"Use({name});",
            StatementKind.Set => $"{name} = 1;",
            StatementKind.SetPerhaps => $"if (P > 5) {{ {name} = 1; }}",
            StatementKind.Add => $"{name} += 1;",
            StatementKind.Call => $"{Method(statement)}();",
            StatementKind.ReadInputs => $"foreach (var input in inputs) {{ Use(input.{name}); }}",
            StatementKind.ReadFirst => $"Use(inputs[0].{name});",
            StatementKind.Merge => $"Merge(inputs, exclude: [nameof({name})]);",
            StatementKind.MergeOne => $"Merge(inputs, include: [nameof({name})]);",
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
}
