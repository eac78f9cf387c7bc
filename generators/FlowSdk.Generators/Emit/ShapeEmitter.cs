using FlowSdk.Generators.Model;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the main file of a flow.</summary>
internal static class ShapeEmitter
{
    public static string Emit(FlowPlace place, FlowShape shape) => FlowFile.Write(
        place,
        shape.IsAbstract ? "" : $" : global::FlowSdk.IFlow<{shape.Type}>",
        writer =>
        {
            ArtifactEmitter.Emit(writer, shape);
            if (!shape.IsSealed)
            {
                EmitForDerived(writer, shape);
            }

            if (!shape.IsAbstract)
            {
                ParameterEmitter.EmitSetter(writer, shape);
                DefinitionEmitter.Emit(writer, shape);
            }
        });

    /// <summary>What the definitions of derived flows need of a base flow.</summary>
    private static void EmitForDerived(CodeWriter writer, FlowShape shape) => writer
        .Line()
        .Block("private protected static new void __RegisterCodecs()", () =>
        {
            if (shape.BaseFlow is { } baseFlow)
            {
                writer.Line($"{baseFlow}.__RegisterCodecs();");
            }

            writer.Line("__Codecs.Register();");
        });
}
