using FlowSdk.Generators.Emit;

namespace FlowSdk.Generators.Codecs;

/// <summary>Writes the codecs of a flow as C#.</summary>
internal static class CodecEmitter
{
    /// <summary>Members for the flow's own part: the nested class <c>__Codecs</c>, whose <c>Register()</c> registers every codec.</summary>
    public static string Emit(CodecSet set)
    {
        var writer = new CodeWriter();
        writer.Block("private static class __Codecs", () =>
        {
            writer.Block("internal static void Register()", () =>
            {
                for (var i = 0; i < set.Codecs.Count; i++)
                {
                    var factory = set.Codecs[i] is StandardCodecModel standard ? standard.Factory : $"new Codec{i}()";
                    writer.Line($"global::FlowSdk.Generated.Codecs<{set.Codecs[i].Type}>.Register(static () => {factory});");
                }
            });
            for (var i = 0; i < set.Codecs.Count; i++)
            {
                EmitClass(writer, set.Codecs[i], $"Codec{i}");
            }
        });
        return writer.ToString();
    }

    /// <summary>The head of a codec's class and what all codecs have.</summary>
    internal static void Class(CodeWriter writer, CodecModel codec, string name, Action body) =>
        writer.Line().Block($"private sealed class {name} : global::FlowSdk.Generated.Codec<{codec.Type}>", () =>
        {
            if (codec.IsImmutable)
            {
                writer.Line("public override bool IsImmutable => true;").Line();
            }

            body();
        });

    private static void EmitClass(CodeWriter writer, CodecModel codec, string name)
    {
        switch (codec)
        {
            case ObjectCodecModel model:
                ObjectEmitter.Emit(writer, model, name);
                break;
            case UnionCodecModel union:
                UnionEmitter.Emit(writer, union, name);
                break;
            case TupleCodecModel tuple:
                TupleEmitter.Emit(writer, tuple, name);
                break;
            default:
                break;
        }
    }
}
