using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Turns artifacts into JSON for people and other programs, and JSON into what codecs read.</summary>
internal static class JsonTranscoder
{
    /// <summary>Shows a value as JSON, whatever its type.</summary>
    /// <param name="bytes">The encoded value.</param>
    /// <param name="indented">Whether on several lines.</param>
    /// <exception cref="FlowException">The bytes are damaged.</exception>
    public static string ToJson(ReadOnlySequence<byte> bytes, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonValueWriter.Options(indented)))
        {
            Write(bytes, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a value as JSON, whatever its type.</summary>
    public static void Write(ReadOnlySequence<byte> bytes, Utf8JsonWriter json)
    {
        try
        {
            var reader = new MessagePackReader(bytes, null);
            JsonValueWriter.Write(ref reader, json);
        }
        catch (DecodingException e)
        {
            throw new FlowException(e.Id, $"The stored value is damaged: at {ValuePath.At(bytes, e.Offset)} (byte {e.Offset:N0} of {bytes.Length:N0}) {e.Message}.", e);
        }
    }

    /// <summary>Turns JSON into MessagePack for a lenient reader: numbers that are not plain integers keep their digits.</summary>
    public static ReadOnlySequence<byte> FromJson(ReadOnlySpan<byte> utf8Json)
    {
        var buffer = EncodingBuffer.Rent();
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = DeepPath.Limit, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var writer = new MessagePackWriter(buffer, null);
            reader.Read();
            JsonValueReader.Copy(ref reader, ref writer);
            if (reader.Read())
            {
                throw new JsonException("More than one value.", null, 0, reader.TokenStartIndex);
            }

            writer.Flush();
            return new(buffer.ToSequence().ToArray());
        }
        catch (JsonException e)
        {
            throw new FlowException(FlowErrors.InvalidParameter, $"This is not JSON: {e.Message}", e);
        }
        finally
        {
            buffer.Release();
        }
    }
}
