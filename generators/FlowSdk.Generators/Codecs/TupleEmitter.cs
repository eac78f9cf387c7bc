using FlowSdk.Generators.Emit;

namespace FlowSdk.Generators.Codecs;

/// <summary>Writes the codec of a tuple.</summary>
internal static class TupleEmitter
{
    public static void Emit(CodeWriter writer, TupleCodecModel tuple, string name) => CodecEmitter.Class(writer, tuple, name, () =>
    {
        writer.Block($"public override void Write(ref global::FlowSdk.Generated.MessagePackWriter writer, {tuple.Type} value)", () =>
        {
            if (!tuple.IsValueType)
            {
                writer.Block("if (value is null)", () => writer.Line("writer.WriteNil();").Line("return;"));
            }

            writer.Line(tuple.IsValueType ? "writer.Enter();" : "writer.Enter(value);").Line($"writer.WriteArrayHeader({tuple.Elements.Count});");
            for (var i = 0; i < tuple.Elements.Count; i++)
            {
                writer.Line(PrimitiveCalls.Write(tuple.Elements[i], $"value.{tuple.Accesses[i]}"));
            }

            writer.Line("writer.Leave();");
        });
        writer.Line().Block($"public override {tuple.Type} Read(ref global::FlowSdk.Generated.MessagePackReader reader)", () =>
        {
            if (!tuple.IsValueType)
            {
                writer.Block("if (reader.TryReadNil())", () => writer.Line("return null!;"));
            }

            writer.Line("reader.Enter();").Line($"reader.ReadTupleHeader({tuple.Elements.Count});");
            for (var i = 0; i < tuple.Elements.Count; i++)
            {
                writer.Line($"var m{i} = {PrimitiveCalls.Read(tuple.Elements[i])};");
            }

            writer.Line("reader.Leave();").Line($"return {tuple.Creation};");
        });
    });
}
