using System.Text.Json;

namespace FlowSdk.CommandLine;

/// <summary>A failure in JSON documents.</summary>
internal static class FailureJson
{
    public static void WriteMembers(Utf8JsonWriter json, StepFailure failure)
    {
        json.WriteString("kind", failure.Kind.ToString().ToLowerInvariant());
        json.WriteString("type", failure.Type);
        json.WriteString("message", failure.Message);
        json.WriteString("stackTrace", failure.StackTrace);
    }

    /// <summary>A failure as an object, or null.</summary>
    public static void Write(Utf8JsonWriter json, StepFailure? failure)
    {
        if (failure is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteMembers(json, failure);
        json.WriteEndObject();
    }

    /// <summary>The exit code of a worker process that died, or null.</summary>
    public static void WriteExit(Utf8JsonWriter json, int? exit)
    {
        if (exit is { } code)
        {
            json.WriteNumber("exit", code);
        }
        else
        {
            json.WriteNull("exit");
        }
    }
}
