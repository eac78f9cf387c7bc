using System.Globalization;
using System.Text.Json;

namespace FlowSdk.CommandLine;

/// <summary>Times in JSON documents: UTC, ISO 8601 with milliseconds.</summary>
internal static class JsonTimes
{
    public static void Write(Utf8JsonWriter json, string property, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(property, Text(known));
        }
        else
        {
            json.WriteNull(property);
        }
    }

    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
