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
}
