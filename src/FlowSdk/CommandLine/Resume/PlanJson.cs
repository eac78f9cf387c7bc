using System.Text.Json;
using FlowSdk.Runtime.Resuming;

namespace FlowSdk.CommandLine;

/// <summary>A plan as JSON.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, ResumePlan plan)
    {
        var start = plan.Origin.Start;
        json.WriteStartObject();
        json.WriteString("flow", start.FlowName);
        json.WriteString("originRunId", start.RunId);
        json.WriteString("originStatus", Name(plan.OriginStatus.ToString()));
        json.WriteBoolean("isCodeChanged", plan.IsCodeChanged);
        json.WriteStartArray("steps");
        foreach (var step in plan.Steps)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteNumber("reused", step.Reused);
            json.WriteNumber("toRun", step.ToRun);
            json.WriteBoolean("mayRunMore", step.MayRunMore);
            json.WriteStartArray("reasons");
            foreach (var (reason, tasks) in step.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("kind", Name(reason.Kind.ToString()));
                json.WriteString("detail", reason.Detail);
                json.WriteNumber("tasks", tasks);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
