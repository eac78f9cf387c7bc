namespace FlowSdk.Serialization;

/// <summary>What the first byte of a MessagePack value says.</summary>
internal static class MessagePackCodes
{
    public static MessagePackToken TokenOf(byte code) => code switch
    {
        <= 0x7F or >= 0xE0 => MessagePackToken.Integer,
        <= 0x8F => MessagePackToken.Map,
        <= 0x9F => MessagePackToken.Array,
        <= 0xBF => MessagePackToken.Text,
        0xC0 => MessagePackToken.Nil,
        0xC1 => MessagePackToken.Invalid,
        <= 0xC3 => MessagePackToken.Boolean,
        <= 0xC6 => MessagePackToken.Bytes,
        <= 0xC9 => MessagePackToken.Extension,
        <= 0xCB => MessagePackToken.Float,
        <= 0xD3 => MessagePackToken.Integer,
        <= 0xD8 => MessagePackToken.Extension,
        <= 0xDB => MessagePackToken.Text,
        <= 0xDD => MessagePackToken.Array,
        _ => MessagePackToken.Map,
    };

    /// <summary>What the code itself says of the length: values of an array or map, else bytes (an extension's type included); null if the length follows.</summary>
    public static int? SmallLength(byte code) => code switch
    {
        <= 0x7F or >= 0xE0 => 0,
        <= 0x9F => code & 0x0F,
        <= 0xBF => code & 0x1F,
        <= 0xC3 => 0,
        0xCA => 4,
        0xCB => 8,
        >= 0xCC and <= 0xCF => 1 << (code - 0xCC),
        >= 0xD0 and <= 0xD3 => 1 << (code - 0xD0),
        >= 0xD4 and <= 0xD8 => (1 << (code - 0xD4)) + 1,
        _ => null,
    };

    /// <summary>How many bytes of length follow the code.</summary>
    public static int LengthBytes(byte code) => code switch
    {
        0xC4 or 0xC7 or 0xD9 => 1,
        0xC5 or 0xC8 or 0xDA or 0xDC or 0xDE => 2,
        _ => 4,
    };

    public static string Describe(byte code) => TokenOf(code) switch
    {
        MessagePackToken.Nil => "null",
        MessagePackToken.Boolean => code == 0xC3 ? "true" : "false",
        MessagePackToken.Integer => "an integer",
        MessagePackToken.Float => "a number",
        MessagePackToken.Text => "text",
        MessagePackToken.Bytes => "bytes",
        MessagePackToken.Array => "an array",
        MessagePackToken.Map => "a map",
        MessagePackToken.Extension => "a value of another type",
        _ => "a byte that begins no value",
    };
}
