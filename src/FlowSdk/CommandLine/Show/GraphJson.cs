using System.Text.Json;
using FlowSdk.Generated;
using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>The JSON document of <c>show</c>.</summary>
internal static class GraphJson
{
    public static void Write(Utf8JsonWriter json, FlowDefinition definition, FlowGraph graph)
    {
        json.WriteStartObject();
        json.WriteString("flow", definition.Name);
        json.WriteString("summary", definition.Summary);
        json.WriteString("start", graph.Nodes[graph.Start].Name);
        json.WriteString("end", graph.Nodes[graph.End].Name);
        WriteParameters(json, definition);
        WriteArtifacts(json, definition);
        json.WriteStartArray("steps");
        var sources = definition.Sources();
        for (var step = 0; step < graph.Nodes.Count; step++)
        {
            WriteStep(json, definition.Steps[step], graph, graph.Nodes[step], step < sources.Count ? sources[step] : null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, FlowDefinition definition)
    {
        json.WriteStartArray("parameters");
        foreach (var parameter in definition.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("option", $"--{parameter.Option}");
            json.WriteString("type", parameter.TypeName);
            json.WriteBoolean("required", parameter.IsRequired);
            json.WriteString("default", parameter.DefaultText);
            json.WriteString("help", parameter.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, FlowDefinition definition)
    {
        json.WriteStartArray("artifacts");
        foreach (var artifact in definition.Artifacts)
        {
            json.WriteStartObject();
            json.WriteString("name", artifact.Name);
            json.WriteString("type", artifact.TypeName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, StepDefinition step, FlowGraph graph, FlowNode node, StepSource? source)
    {
        json.WriteStartObject();
        json.WriteString("name", step.Name);
        json.WriteString("summary", step.Summary);
        json.WriteBoolean("join", node.IsJoin);
        json.WriteBoolean("gang", step.TakesGang);
        json.WriteBoolean("loop", node.IsInLoop);
        if (source is not null)
        {
            json.WriteString("file", source.File);
            json.WriteNumber("line", source.Line);
            JsonTexts.Write(json, "reads", source.Reads);
            JsonTexts.Write(json, "sets", source.Sets);
            JsonTexts.Write(json, "merges", source.Merges);
            json.WriteBoolean("complete", source.IsComplete);
        }

        json.WriteStartArray("transitions");
        foreach (var edge in node.Edges)
        {
            json.WriteStartObject();
            json.WriteString("kind", edge.Kind.ToString().ToLowerInvariant());
            JsonTexts.Write(json, "targets", edge.Targets.Select(t => graph.Nodes[t].Name));
            json.WriteString("join", edge.Join < 0 ? null : graph.Nodes[edge.Join].Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
