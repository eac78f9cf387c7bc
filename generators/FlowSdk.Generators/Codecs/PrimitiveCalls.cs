namespace FlowSdk.Generators.Codecs;

/// <summary>The calls that write and read a value: for the most common types directly, for all others through their codec.</summary>
internal static class PrimitiveCalls
{
    private static readonly Dictionary<string, (string Write, string Read)> _direct = new()
    {
        ["bool"] = ("WriteBoolean", "ReadBoolean"),
        ["sbyte"] = ("WriteInt64", "ReadSByte"),
        ["short"] = ("WriteInt64", "ReadInt16"),
        ["int"] = ("WriteInt64", "ReadInt32"),
        ["long"] = ("WriteInt64", "ReadInt64"),
        ["byte"] = ("WriteUInt64", "ReadByte"),
        ["ushort"] = ("WriteUInt64", "ReadUInt16"),
        ["uint"] = ("WriteUInt64", "ReadUInt32"),
        ["ulong"] = ("WriteUInt64", "ReadUInt64"),
        ["float"] = ("WriteSingle", "ReadSingle"),
        ["double"] = ("WriteDouble", "ReadDouble"),
        ["string"] = ("WriteString", "ReadString"),
    };

    public static string Write(string type, string value) => _direct.TryGetValue(type, out var calls)
        ? $"writer.{calls.Write}({value});"
        : $"global::FlowSdk.Generated.Codecs<{type}>.Instance.Write(ref writer, {value});";

    public static string Read(string type) => _direct.TryGetValue(type, out var calls)
        ? $"reader.{calls.Read}()"
        : $"global::FlowSdk.Generated.Codecs<{type}>.Instance.Read(ref reader)";
}
