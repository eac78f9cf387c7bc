using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Copies JSON to MessagePack.</summary>
internal static class JsonValueReader
{
    public static void Copy(ref Utf8JsonReader json, ref MessagePackWriter writer)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                CopyMembers(ref json, ref writer);
                break;
            case JsonTokenType.StartArray:
                CopyElements(ref json, ref writer);
                break;
            case JsonTokenType.String:
                writer.WriteString(Text(ref json));
                break;
            case JsonTokenType.Number:
                CopyNumber(ref json, ref writer);
                break;
            case JsonTokenType.True:
            case JsonTokenType.False:
                writer.WriteBoolean(json.TokenType == JsonTokenType.True);
                break;
            default:
                writer.WriteNil();
                break;
        }
    }

    private static void CopyMembers(ref Utf8JsonReader json, ref MessagePackWriter writer)
    {
        writer.WriteMapHeader(Count(json));
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            writer.WriteString(Text(ref json));
            json.Read();
            Copy(ref json, ref writer);
        }
    }

    private static void CopyElements(ref Utf8JsonReader json, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Count(json));
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Copy(ref json, ref writer);
        }
    }

    // A copy of the reader runs ahead, since MessagePack says first how many values follow.
    private static int Count(Utf8JsonReader json)
    {
        var isObject = json.TokenType == JsonTokenType.StartObject;
        var count = 0;
        while (json.Read() && json.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (isObject)
            {
                json.Read();
            }

            json.Skip();
            count++;
        }

        return count;
    }

    private static void CopyNumber(ref Utf8JsonReader json, ref MessagePackWriter writer)
    {
        if (json.TryGetInt64(out var signed) && json.ValueSpan is not [(byte)'-', (byte)'0', ..])
        {
            writer.WriteInt64(signed);
        }
        else if (json.TryGetUInt64(out var unsigned))
        {
            writer.WriteUInt64(unsigned);
        }
        else
        {
            writer.WriteExtension(ExtensionTypes.JsonNumber, json.ValueSpan);
        }
    }

    private static string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"The text at byte {json.TokenStartIndex} is no valid Unicode."), e);
        }
    }
}
