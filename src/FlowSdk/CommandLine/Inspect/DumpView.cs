using System.Buffers;
using System.Text.Json;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>What <c>dump</c> shows.</summary>
internal static class DumpView
{
    private const int MaxShown = 4096;
    private const int MaxWidth = 120;
    private const int HashDigits = 8;

    public static void WriteText(
        TextWriter output,
        RunStartedRecord start,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        Func<ArtifactReference, ReadOnlySequence<byte>> read,
        ReadableValues values)
    {
        output.WriteLine(start.TaskPath(task.Key.Step, task.TaskId));
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
        TextTable.Write(output, ["Artifact", "Type", ">Size", "Hash", "Value"], artifacts.Select(a => new[]
        {
            a.Name,
            ShortTypeName.Of(a.Reference.TypeName),
            ArtifactText.SizeOf(a.Reference.Length),
            HashOf(a.Reference)[..HashDigits],
            ValueOf(a.Reference, read, values, MaxWidth),
        }));
    }

    public static void WriteJson(
        TextWriter output,
        RunStartedRecord start,
        TaskSummary task,
        IReadOnlyList<(string Name, ArtifactReference Reference)> artifacts,
        Func<ArtifactReference, ReadOnlySequence<byte>> read) =>
        JsonDocumentWriter.Write(output, (json, buffer) => WriteJson(json, buffer, start, task, artifacts, read));

    public static void WriteJson(
        Utf8JsonWriter json,
        IBufferWriter<byte> output,
        RunStartedRecord start,
        TaskSummary task,
        IEnumerable<(string Name, ArtifactReference Reference)> artifacts,
        Func<ArtifactReference, ReadOnlySequence<byte>> read)
    {
        json.WriteStartObject();
        json.WriteString("pathSpec", start.TaskPath(task.Key.Step, task.TaskId));
        json.WriteString("originPathSpec", task.Finished?.Origin);
        json.WriteStartObject("artifacts");
        foreach (var (name, reference) in artifacts)
        {
            json.WriteStartObject(name);
            json.WriteString("type", reference.TypeName);
            json.WriteNumber("size", reference.Length);
            json.WriteString("hash", HashOf(reference));
            json.WritePropertyName("value");
            ValueLine.Write(json, output, read(reference));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A value as a person reads it, or where to find one that is too large for that.</summary>
    public static string ValueOf(ArtifactReference reference, Func<ArtifactReference, ReadOnlySequence<byte>> read, ReadableValues values, int maxWidth) =>
        reference.Length <= MaxShown ? values.Of(reference.TypeName, read(reference), maxWidth) : "(--artifact shows it)";

    // What is small has no object under its hash, but has one all the same.
    private static string HashOf(ArtifactReference reference) => (reference.IsInline ? ContentHasher.Hash(reference.Inline.Span) : reference.Hash).ToString();
}
