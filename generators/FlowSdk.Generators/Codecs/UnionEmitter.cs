using FlowSdk.Generators.Emit;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Codecs;

/// <summary>Writes the codec of a base type of which the concrete types are listed.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter writer, UnionCodecModel union, string name)
    {
        CodecEmitter.Class(writer, union, name, () =>
        {
            var names = string.Join(", ", union.Variants.Select(v => Quote(v.Name)));
            writer.Line($"private static readonly global::FlowSdk.Generated.MemberNames _names = new({names});");
            if (union.Plain is not null)
            {
                writer.Line($"private static readonly {name}Plain _plain = new();");
            }

            writer.Line().Block($"public override void Write(ref global::FlowSdk.Generated.MessagePackWriter writer, {union.Type} value)", () => EmitWrite(writer, union));
            writer.Line().Block($"public override {union.Type} Read(ref global::FlowSdk.Generated.MessagePackReader reader)", () => EmitRead(writer, union));
        });
        if (union.Plain is { } plain)
        {
            ObjectEmitter.Emit(writer, plain, $"{name}Plain");
        }
    }

    private static void EmitWrite(CodeWriter writer, UnionCodecModel union)
    {
        writer.Block("if (value is null)", () => writer.Line("writer.WriteNil();").Line("return;"));
        writer.Line("writer.Enter(value);").Line("writer.WriteMapHeader(1);").Line("var type = value.GetType();");
        foreach (var variant in union.Variants)
        {
            writer.Block($"if (type == typeof({variant.Type}))", () => writer
                .Line($"writer.WriteName({Quote(variant.Name)}u8);")
                .Line($"{Codec(union, variant)}.Write(ref writer, ({variant.Type})value);")
                .Line("writer.Leave();")
                .Line("return;"));
        }

        writer.Line($"throw global::FlowSdk.Generated.MessagePackWriter.OtherType<{union.Type}>(value);");
    }

    private static void EmitRead(CodeWriter writer, UnionCodecModel union)
    {
        writer.Block("if (reader.TryReadNil())", () => writer.Line("return null!;"));
        writer.Line("reader.Enter();").Line($"{union.Type} value;");
        writer.Block("switch (reader.ReadVariant(_names))", () =>
        {
            for (var i = 0; i < union.Variants.Count; i++)
            {
                writer.Line(i == union.Variants.Count - 1 ? "default:" : $"case {i}:")
                    .Line($"    value = {Codec(union, union.Variants[i])}.Read(ref reader);")
                    .Line("    break;");
            }
        });
        writer.Line("reader.Leave();").Line("return value;");
    }

    private static string Codec(UnionCodecModel union, VariantModel variant) =>
        variant.Type == union.Type ? "_plain" : $"global::FlowSdk.Generated.Codecs<{variant.Type}>.Instance";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
