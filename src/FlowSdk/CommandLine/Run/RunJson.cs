using System.Text.Json;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Resuming;

namespace FlowSdk.CommandLine;

/// <summary>The JSON document of <c>run</c>.</summary>
internal static class RunJson
{
    public static void Write(Utf8JsonWriter json, RunObserver observer, RunOutcome outcome, string store, ResumePlan? plan)
    {
        json.WriteStartObject();
        json.WriteString("flow", observer.Progress.Definition.Name);
        json.WriteString("runId", outcome.RunId);
        json.WriteString("originRunId", plan?.Origin.Paths.RunId);
        json.WriteString("store", store);
        json.WriteString("status", outcome.Status.ToString().ToLowerInvariant());
        json.WriteNumber("seconds", Math.Round(observer.Progress.Elapsed.TotalSeconds, 3));
        json.WriteStartArray("steps");
        var counts = observer.End?.Steps ?? [];
        for (var i = 0; i < counts.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", observer.Progress.Steps[i].Name);
            json.WriteNumber("succeeded", counts[i].Succeeded);
            json.WriteNumber("reused", observer.Progress.Steps[i].Reused);
            json.WriteNumber("failed", counts[i].Failed);
            json.WriteNumber("canceled", counts[i].Canceled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("failureCount", outcome.FailureCount);
        json.WriteStartArray("failures");
        foreach (var failure in outcome.Failures)
        {
            json.WriteStartObject();
            json.WriteString("pathSpec", failure.PathSpec);
            json.WriteNumber("attempt", failure.Attempt);
            FailureJson.WriteMembers(json, failure.Failure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (plan is not null)
        {
            json.WritePropertyName("plan");
            PlanJson.Write(json, plan);
        }

        json.WriteEndObject();
    }
}
