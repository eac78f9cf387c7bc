using FlowSdk.Generators.Emit;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Codecs;

/// <summary>Writes the codec of a user's class, struct or record.</summary>
internal static class ObjectEmitter
{
    private const int BitsPerWord = 64;

    public static void Emit(CodeWriter writer, ObjectCodecModel model, string name) => CodecEmitter.Class(writer, model, name, () =>
    {
        if (!model.IsArray)
        {
            var names = string.Join(", ", model.Members.Select(m => Quote(m.Key)));
            writer.Line($"private static readonly global::FlowSdk.Generated.MemberNames _names = new({names});").Line();
        }

        writer.Block($"public override void Write(ref global::FlowSdk.Generated.MessagePackWriter writer, {model.Type} value)", () => EmitWrite(writer, model));
        writer.Line().Block($"public override {model.Type} Read(ref global::FlowSdk.Generated.MessagePackReader reader)", () => EmitRead(writer, model));
        for (var i = 0; i < model.Members.Count; i++)
        {
            EmitAccessor(writer, model, i);
        }
    });

    private static void EmitWrite(CodeWriter writer, ObjectCodecModel model)
    {
        if (!model.IsValueType)
        {
            writer.Block("if (value is null)", () => writer.Line("writer.WriteNil();").Line("return;"));
            if (!model.IsSealed)
            {
                writer.Block($"if (value.GetType() != typeof({model.Type}))", () =>
                    writer.Line($"throw global::FlowSdk.Generated.MessagePackWriter.OtherType<{model.Type}>(value);"));
            }
        }

        writer.Line(model.IsValueType ? "writer.Enter();" : "writer.Enter(value);");
        if (model.IsArray)
        {
            EmitElements(writer, model);
        }
        else
        {
            writer.Line($"writer.WriteMapHeader({model.Members.Count});");
            for (var i = 0; i < model.Members.Count; i++)
            {
                writer.Line($"writer.WriteName({Quote(model.Members[i].Key)}u8);").Line(PrimitiveCalls.Write(model.Members[i].Type, Access(model, i)));
            }
        }

        writer.Line("writer.Leave();");
    }

    private static void EmitElements(CodeWriter writer, ObjectCodecModel model)
    {
        var places = Enumerable.Range(0, model.Members.Count).ToDictionary(i => model.Members[i].Number);
        var length = places.Keys.Max() + 1;
        writer.Line($"writer.WriteArrayHeader({length});");
        for (var number = 0; number < length; number++)
        {
            writer.Line(places.TryGetValue(number, out var i) ? PrimitiveCalls.Write(model.Members[i].Type, Access(model, i)) : "writer.WriteNil();");
        }
    }

    private static void EmitRead(CodeWriter writer, ObjectCodecModel model)
    {
        if (!model.IsValueType)
        {
            writer.Block("if (reader.TryReadNil())", () => writer.Line("return null!;"));
        }

        writer.Line("var start = reader.Position;").Line("reader.Enter();");
        for (var i = 0; i < model.Members.Count; i++)
        {
            writer.Line($"{model.Members[i].Type} m{i} = default!;");
        }

        for (var word = 0; word * BitsPerWord < model.Members.Count; word++)
        {
            writer.Line($"ulong seen{word} = 0;");
        }

        if (model.IsArray)
        {
            writer.Line("var count = reader.ReadArrayHeader();");
            writer.Block("for (var i = 0; i < count; i++)", () => EmitSwitch(writer, model, "i", "reader.Skip();"));
        }
        else
        {
            writer.Line("var member = -1;");
            writer.Block("for (var count = reader.ReadMapHeader(); count > 0; count--)", () =>
                EmitSwitch(writer, model, "member = reader.ReadMember(_names, member + 1)", null));
        }

        writer.Line("reader.Leave();");
        EmitCreation(writer, model);
    }

    private static void EmitSwitch(CodeWriter writer, ObjectCodecModel model, string value, string? otherwise) => writer.Block($"switch ({value})", () =>
    {
        for (var i = 0; i < model.Members.Count; i++)
        {
            writer.Line($"case {(model.IsArray ? model.Members[i].Number : i)}:")
                .Line($"    m{i} = {PrimitiveCalls.Read(model.Members[i].Type)};")
                .Line($"    seen{i / BitsPerWord} |= {Bit(i)};")
                .Line("    break;");
        }

        writer.Line("default:");
        if (otherwise is not null)
        {
            writer.Line($"    {otherwise}");
        }

        writer.Line("    break;");
    });

    private static void EmitCreation(CodeWriter writer, ObjectCodecModel model)
    {
        var arguments = new List<string>();
        foreach (var argument in model.Arguments)
        {
            arguments.Add(argument switch
            {
                { Member: < 0 } => argument.Default!,
                { Default: null } => $"m{argument.Member}",
                _ => $"{Seen(argument.Member)} ? m{argument.Member} : {argument.Default}",
            });
        }

        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].IsRequired || model.Arguments.Any(a => a.Member == i && a.Default is null))
            {
                writer.Block($"if (!{Seen(i)})", () => writer.Line($"throw global::FlowSdk.Generated.MessagePackReader.Missing({Quote(model.Members[i].Key)}, start);"));
            }
        }

        var initializers = Enumerable.Range(0, model.Members.Count)
            .Where(i => model.Members[i].Restore == MemberRestore.Initializer)
            .Select(i => $"{model.Members[i].Identifier} = m{i}")
            .ToList();
        writer.Line($"var value = new {model.Type}({string.Join(", ", arguments)}){(initializers.Count == 0 ? "" : $" {{ {string.Join(", ", initializers)} }}")};");
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].Restore is MemberRestore.Assignment or MemberRestore.Setter or MemberRestore.Field)
            {
                writer.Block($"if ({Seen(i)})", () => writer.Line(Assign(model, i)));
            }
        }

        writer.Line("return value;");
    }

    private static string Assign(ObjectCodecModel model, int i) => model.Members[i].Restore switch
    {
        MemberRestore.Assignment => $"value.{model.Members[i].Identifier} = m{i};",
        MemberRestore.Setter => $"{Accessor(model, i)}.Set({Target(model)}, m{i});",
        _ => $"{Accessor(model, i)}.Field({Target(model)}) = m{i};",
    };

    private static string Access(ObjectCodecModel model, int i) =>
        model.Members[i].IsReadByAccessor ? $"{Accessor(model, i)}.Field({Target(model)})" : $"value.{model.Members[i].Identifier}";

    private static string Target(ObjectCodecModel model) => model.IsValueType ? "ref value" : "value";

    private static string Accessor(ObjectCodecModel model, int i) => $"Accessor{i}{model.Members[i].Accessor!.Arguments}";

    private static void EmitAccessor(CodeWriter writer, ObjectCodecModel model, int i)
    {
        if (model.Members[i].Accessor is not { } accessor)
        {
            return;
        }

        var isSetter = model.Members[i] is { Restore: MemberRestore.Setter, IsReadByAccessor: false };
        var target = $"{(model.IsValueType ? "ref " : "")}{accessor.DeclaringType} target";
        writer.Line().Block($"private static class Accessor{i}{accessor.Parameters}{accessor.Constraints}", () => writer
            .Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{(isSetter ? "Method" : "Field")}, Name = {Quote(accessor.Name)})]")
            .Line(isSetter ? $"public static extern void Set({target}, {accessor.Type} value);" : $"public static extern ref {accessor.Type} Field({target});"));
    }

    private static string Seen(int i) => $"((seen{i / BitsPerWord} & {Bit(i)}) != 0)";

    private static string Bit(int i) => $"0x{1UL << (i % BitsPerWord):X}UL";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
