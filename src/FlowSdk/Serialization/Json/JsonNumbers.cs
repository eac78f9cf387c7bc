using System.Globalization;
using System.Text.Json;

namespace FlowSdk.Serialization;

/// <summary>Numbers in JSON; those that JSON lacks as text, in the words of .NET's own serializer.</summary>
internal static class JsonNumbers
{
    public static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static void Write(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
