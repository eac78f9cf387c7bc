using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the steps of a flow: what is known of them, and how they are called.</summary>
internal static class StepEmitter
{
    private const string Generated = "global::FlowSdk.Generated";

    public static void EmitDefinitions(CodeWriter writer, FlowShape shape) => writer.List("Steps =", () =>
    {
        foreach (var step in shape.Steps)
        {
            var settings = string.Join(", ", Settings(step));
            writer.Line($"new({Literals.Text(step.Name)}){(settings.Length > 0 ? $" {{ {settings} }}" : "")},");
        }
    }, ",");

    /// <summary>One method that calls any step by its number, without reflection.</summary>
    public static void EmitDispatch(CodeWriter writer, FlowShape shape) => writer.Block(
        $"private static async global::System.Threading.Tasks.ValueTask<global::FlowSdk.Next?> DispatchAsync({shape.Type} flow, int step, {Generated}.StepCall call)",
        () => writer.Block("switch (step)", () =>
        {
            for (var i = 0; i < shape.Steps.Count; i++)
            {
                var call = $"flow.@{shape.Steps[i].Name}({string.Join(", ", shape.Steps[i].Arguments)})";
                writer.Line($"case {i}:");
                foreach (var line in Statements(shape.Steps[i].Return, call))
                {
                    writer.Line($"    {line}");
                }
            }

            writer.Line("default:").Line("    throw new global::System.ArgumentOutOfRangeException(nameof(step));");
        }));

    private static string[] Statements(StepReturn kind, string call) => kind switch
    {
        StepReturn.Next => [$"return {call};"],
        StepReturn.NextTask => [$"return await {call}.ConfigureAwait(false);"],
        StepReturn.Nothing => [$"{call};", "return null;"],
        _ => [$"await {call}.ConfigureAwait(false);", "return null;"],
    };

    private static IEnumerable<string> Settings(StepModel step)
    {
        if (step.Summary.Length > 0)
        {
            yield return $"Summary = {Literals.Text(step.Summary)}";
        }

        if (step.IsJoin)
        {
            yield return "IsJoin = true";
        }

        if (step.TakesGang)
        {
            yield return "TakesGang = true";
        }

        if (step.NeedsServices)
        {
            yield return "NeedsServices = true";
        }

        foreach (var (property, expression) in step.Attributes)
        {
            yield return $"{property} = {expression}";
        }

        if (step.Transitions.Count > 0)
        {
            yield return $"Transitions = [{string.Join(", ", step.Transitions.Select(Transition))}]";
        }
    }

    private static string Transition(TransitionModel transition)
    {
        var targets = string.Join(", ", transition.Targets.Select(Literals.Text));
        var factory = transition.Kind == TransitionKind.ForEach ? $"ForEach<{transition.ItemType}>" : transition.Kind.ToString();
        return $"{Generated}.TransitionDefinition.{factory}({targets})";
    }
}
