using System.Buffers;
using System.Globalization;
using FlowSdk.Metadata;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>What <c>dump</c> shows.</summary>
internal static class DumpView
{
    private const int MaxShown = 4096;
    private const int MaxWidth = 120;

    public static void WriteText(
        TextWriter output,
        RunStartedRecord start,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        Func<ArtifactReference, ReadOnlySequence<byte>> read)
    {
        output.WriteLine(PathOf(start, task));
        if (task.Finished?.Origin is { } origin)
        {
            output.WriteLine($"taken over from {origin}");
        }

        if (artifacts.Count == 0)
        {
            output.WriteLine("It has no artifacts.");
            return;
        }

        output.WriteLine();
        TextTable.Write(output, ["Artifact", "Type", ">Size", "Value"], artifacts.Select(a => new[]
        {
            a.Name,
            ShortTypeName.Of(a.Reference.TypeName),
            ArtifactText.SizeOf(a.Reference.Length),
            a.Reference.Length <= MaxShown ? ArtifactText.Of(read(a.Reference), MaxWidth) : "(--artifact shows it)",
        }));
    }

    public static void WriteJson(
        TextWriter output,
        RunStartedRecord start,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        Func<ArtifactReference, ReadOnlySequence<byte>> read) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("pathSpec", PathOf(start, task));
        json.WriteString("originPathSpec", task.Finished?.Origin);
        json.WriteStartObject("artifacts");
        foreach (var (name, reference) in artifacts)
        {
            json.WriteStartObject(name);
            json.WriteString("type", reference.TypeName);
            json.WriteNumber("size", reference.Length);
            json.WriteString("hash", reference.IsInline ? null : reference.Hash.ToString());
            json.WritePropertyName("value");
            json.WriteRawValue(JsonTranscoder.ToJson(read(reference)));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string PathOf(RunStartedRecord start, TaskSummary task) =>
        string.Create(CultureInfo.InvariantCulture, $"{start.FlowName}/{start.RunId}/{start.Steps[task.Key.Step].Name}/{task.TaskId}");
}
