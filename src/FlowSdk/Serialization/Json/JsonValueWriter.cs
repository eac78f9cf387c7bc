using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Copies MessagePack to JSON.</summary>
internal static class JsonValueWriter
{
    public static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        MaxDepth = (DeepPath.Limit * 2) + 1,
        Encoder = ReadableEncoder.Instance,
    };

    public static void Write(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        switch (reader.PeekToken())
        {
            case MessagePackToken.Nil:
                reader.TryReadNil();
                json.WriteNullValue();
                break;
            case MessagePackToken.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;
            case MessagePackToken.Integer:
                WriteInteger(ref reader, json);
                break;
            case MessagePackToken.Float:
                WriteFloat(ref reader, json);
                break;
            case MessagePackToken.Text:
                JsonLongValues.WriteText(json, ref reader);
                break;
            case MessagePackToken.Bytes:
                JsonLongValues.WriteBytes(json, reader.ReadBytesSequence());
                break;
            case MessagePackToken.Array:
                WriteArray(ref reader, json);
                break;
            case MessagePackToken.Map:
                WriteMap(ref reader, json);
                break;
            case MessagePackToken.Extension:
                JsonExtensionWriter.Write(ref reader, json);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void WriteInteger(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        var (negative, bits) = reader.ReadInteger(reader.Position);
        if (negative)
        {
            json.WriteNumberValue((long)bits);
        }
        else
        {
            json.WriteNumberValue(bits);
        }
    }

    private static void WriteFloat(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        if (reader.IsNextSingle())
        {
            JsonNumbers.Write(json, reader.ReadSingle());
        }
        else
        {
            JsonNumbers.Write(json, reader.ReadDouble());
        }
    }

    private static void WriteArray(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        reader.Enter();
        json.WriteStartArray();
        for (var count = reader.ReadArrayHeader(); count > 0; count--)
        {
            Write(ref reader, json);
        }

        json.WriteEndArray();
        reader.Leave();
    }

    private static void WriteMap(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        reader.Enter();
        if (HasSimpleKeys(reader))
        {
            json.WriteStartObject();
            for (var count = reader.ReadMapHeader(); count > 0; count--)
            {
                json.WritePropertyName(KeyText(ref reader));
                Write(ref reader, json);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray();
            for (var count = reader.ReadMapHeader(); count > 0; count--)
            {
                json.WriteStartArray();
                Write(ref reader, json);
                Write(ref reader, json);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        reader.Leave();
    }

    // A copy of the reader runs ahead: whether a map is an object is known only by its keys.
    private static bool HasSimpleKeys(MessagePackReader reader)
    {
        for (var count = reader.ReadMapHeader(); count > 0; count--)
        {
            var token = reader.PeekToken();
            if (token is not (MessagePackToken.Text or MessagePackToken.Integer or MessagePackToken.Boolean)
                && !(token == MessagePackToken.Extension && JsonExtensionWriter.TextOf(ref reader) is not null))
            {
                return false;
            }

            var start = reader.Position;
            if (token != MessagePackToken.Extension)
            {
                reader.Skip();
            }

            // A name is written as one.
            if (reader.Position - start > JsonLongValues.PieceLength)
            {
                return false;
            }

            reader.Skip();
        }

        return true;
    }

    private static string KeyText(ref MessagePackReader reader)
    {
        switch (reader.PeekToken())
        {
            case MessagePackToken.Text:
                return reader.ReadText();
            case MessagePackToken.Boolean:
                return reader.ReadBoolean() ? "true" : "false";
            case MessagePackToken.Integer:
                var (negative, bits) = reader.ReadInteger(reader.Position);
                return negative ? ((long)bits).ToString(CultureInfo.InvariantCulture) : bits.ToString(CultureInfo.InvariantCulture);
            default:
                return JsonExtensionWriter.TextOf(ref reader)!;
        }
    }
}
