using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the parameters of a flow.</summary>
internal static class ParameterEmitter
{
    private const string Generated = "global::FlowSdk.Generated";

    /// <summary>The one property that sets all parameters: an init accessor may set the others, also after the initializers have run.</summary>
    public static void EmitSetter(CodeWriter writer, FlowShape shape) => writer
        .Line()
        .Block($"private {Generated}.ParameterBag __Parameters", () => writer.Block("init", () =>
        {
            for (var i = 0; i < shape.Parameters.Count; i++)
            {
                var parameter = shape.Parameters[i];
                writer.Block(
                    $"if (value.TryGet<{parameter.Type}>({Literals.Text(parameter.Name)}, out var value{i}))",
                    () => writer.Line($"this.@{parameter.Name} = value{i}!;"));
            }
        }));

    public static void EmitDefinitions(CodeWriter writer, FlowShape shape) => writer.List("Parameters =", () =>
    {
        foreach (var parameter in shape.Parameters)
        {
            EmitDefinition(writer, shape, parameter);
        }
    }, ",");

    private static void EmitDefinition(CodeWriter writer, FlowShape shape, ParameterModel parameter) => writer.Block(
        $"new {Generated}.ParameterDefinition<{parameter.Type}>({Literals.Text(parameter.Name)}, {Literals.Text(parameter.TypeName)})",
        () =>
        {
            writer.Line($"Option = {Literals.Text(parameter.Option)},");
            if (parameter.Help.Length > 0)
            {
                writer.Line($"Help = {Literals.Text(parameter.Help)},");
            }

            if (parameter.IsRequired)
            {
                writer.Line("IsRequired = true,");
            }

            if (parameter.DefaultText is { } text)
            {
                writer.Line($"DefaultText = {Literals.Text(text)},");
            }

            if (parameter.Validators.Count > 0)
            {
                writer.Line($"Validators = [{string.Join(", ", parameter.Validators)}],");
            }

            writer.Line($"Get = static flow => (({shape.Type})flow).@{parameter.Name},").Line($"Reader = {parameter.Reader},");
        },
        ",");
}
