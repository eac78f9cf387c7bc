using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the artifacts of a flow: storage, properties, and the way to visit them all.</summary>
internal static class ArtifactEmitter
{
    private const string Generated = "global::FlowSdk.Generated";

    public static void Emit(CodeWriter writer, FlowShape shape)
    {
        foreach (var artifact in shape.Artifacts)
        {
            if (artifact.IsAddress)
            {
                EmitNothing(writer, artifact);
            }
            else
            {
                EmitProperty(writer, artifact);
            }
        }

        EmitInfos(writer, shape);
        writer.Line().Block($"protected override void VisitArtifacts({Generated}.ArtifactVisitor visitor)", () =>
        {
            writer.Line("base.VisitArtifacts(visitor);");
            foreach (var artifact in shape.Artifacts.Where(a => !a.IsAddress))
            {
                writer.Line($"visitor.Visit(ref {Cell(artifact)}, {Info(artifact)});");
            }
        });
    }

    private static void EmitProperty(CodeWriter writer, ArtifactModel artifact)
    {
        var initializer = (artifact.IsNullable, artifact.IsReadOnly, artifact.CustomCodec) switch
        {
            (false, false, null) => "",
            _ => $" {{ IsNullable = {Literal(artifact.IsNullable)}, IsReadOnly = {Literal(artifact.IsReadOnly)}"
                + (artifact.CustomCodec is { } codec ? $", CustomCodec = new {codec}() }}" : " }"),
        };
        var get = artifact.IsNullable ? "GetOrDefault" : "Get";
        var modifiers = artifact.Modifiers.Length > 0 ? artifact.Modifiers + " " : "";
        writer
            .Line($"private static readonly {Generated}.ArtifactInfo<{artifact.Type}> {Info(artifact)} = new({Literals.Text(artifact.Name)}, {Literals.Text(artifact.TypeName)}){initializer};")
            .Line($"private {Generated}.ArtifactCell<{artifact.Type}> {Cell(artifact)};")
            .Line()
            .Block($"{modifiers}partial {artifact.Type} @{artifact.Name}", () => writer
                .Line($"{artifact.GetModifiers}get => {Generated}.Artifact.{get}(this, ref {Cell(artifact)}, {Info(artifact)});")
                .Line($"{artifact.SetModifiers}set => {Generated}.Artifact.Set(this, ref {Cell(artifact)}, {Info(artifact)}, value);"))
            .Line();
    }

    // Errors in what is generated would hide what the analyzer says of the type.
    private static void EmitNothing(CodeWriter writer, ArtifactModel artifact)
    {
        string[] modifiers = [.. artifact.Modifiers.Split(' ').Where(m => m is not ("" or "unsafe")), artifact.Type.Contains("*") ? "unsafe partial" : "partial"];
        writer
            .Line($"{string.Join(" ", modifiers)} {artifact.Type} @{artifact.Name} {{ {artifact.GetModifiers}get => throw null!; {artifact.SetModifiers}set {{ }} }}")
            .Line();
    }

    private static void EmitInfos(CodeWriter writer, FlowShape shape) => writer.List(
        $"private protected static new {Generated}.ArtifactInfo[] __ArtifactInfos =>",
        () =>
        {
            if (shape.BaseFlow is { } baseFlow)
            {
                writer.Line($"..{baseFlow}.__ArtifactInfos,");
            }

            foreach (var artifact in shape.Artifacts.Where(a => !a.IsAddress))
            {
                writer.Line($"{Info(artifact)},");
            }
        },
        ";");

    private static string Cell(ArtifactModel artifact) => $"__cell_{artifact.Name}";

    private static string Info(ArtifactModel artifact) => $"__info_{artifact.Name}";

    private static string Literal(bool value) => value ? "true" : "false";
}
