using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes the table of source lines, reads and sets: the only file that changes when the bodies of steps do.</summary>
internal static class SourcesEmitter
{
    private const string StepSource = "global::FlowSdk.Generated.StepSource";

    public static string Emit(FlowPlace place, ValueList<StepSourceModel> sources) => FlowFile.Write(place, "", writer => writer.Block(
        "private static class __Sources",
        () => writer.List(
            $"internal static global::System.Collections.Generic.IReadOnlyList<{StepSource}> Read() =>",
            () =>
            {
                foreach (var (file, line, access) in sources)
                {
                    writer.Line($"new {StepSource}({Literals.Text(file)}, {line}, {Names(access.Reads)}, {Names(access.Sets)}, {Names(access.Merges)}, {(access.IsComplete ? "true" : "false")}),");
                }
            },
            ";")));

    private static string Names(ValueList<string> names) => $"[{string.Join(", ", names.Select(Literals.Text))}]";
}
