using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the definition of a flow, in a class of its own, so that nothing is built before it is needed.</summary>
internal static class DefinitionEmitter
{
    private const string Generated = "global::FlowSdk.Generated";
    private const string Runtime = "global::System.Runtime.CompilerServices";

    public static void Emit(CodeWriter writer, FlowShape shape)
    {
        var definition = $"{Generated}.FlowDefinition<{shape.Type}>";
        writer
            .Line()
            .Line($"static {definition} global::FlowSdk.IFlow<{shape.Type}>.Definition => __Definition.Value;")
            .Line()
            .Block("private static class __Definition", () =>
            {
                writer.Line($"public static readonly {definition} Value = Create();").Line();
                writer.Block($"private static {definition} Create()", () => EmitCreate(writer, shape)).Line();
                writer.Block($"private static {shape.Type} CreateView({Generated}.ParameterBag parameters)", () => writer
                    .Line($"var view = ({shape.Type}){Runtime}.RuntimeHelpers.GetUninitializedObject(typeof({shape.Type}));")
                    .Line("SetParameters(view, parameters);")
                    .Line("return view;"));
                writer.Line();
                StepEmitter.EmitDispatch(writer, shape);
                writer
                    .Line()
                    .Line($"[{Runtime}.UnsafeAccessor({Runtime}.UnsafeAccessorKind.Method, Name = \"set___Parameters\")]")
                    .Line($"private static extern void SetParameters({shape.Type} flow, {Generated}.ParameterBag parameters);");
            });
    }

    private static void EmitCreate(CodeWriter writer, FlowShape shape)
    {
        if (shape.BaseFlow is { } baseFlow)
        {
            writer.Line($"{baseFlow}.__RegisterCodecs();");
        }

        writer.Line("__Codecs.Register();").Block("return new()", () =>
        {
            writer.Line($"Name = {Literals.Text(shape.Name)},");
            if (shape.Summary.Length > 0)
            {
                writer.Line($"Summary = {Literals.Text(shape.Summary)},");
            }

            if (shape.ConstructorArguments.Count > 0)
            {
                writer.Line("ConstructorNeedsServices = true,");
            }

            var required = string.Concat(shape.RequiredMembers.Select(m => $"@{m} = default!, "));
            writer
                .Line($"Constructor = static (services, parameters) => new {shape.Type}({string.Join(", ", shape.ConstructorArguments)}) {{ {required}__Parameters = parameters }},")
                .Line("ViewConstructor = CreateView,")
                .Line("Dispatch = DispatchAsync,")
                .Line("Sources = __Sources.Read,")
                .Line("Artifacts = __ArtifactInfos,");
            ParameterEmitter.EmitDefinitions(writer, shape);
            StepEmitter.EmitDefinitions(writer, shape);
        }, ";");
    }
}
