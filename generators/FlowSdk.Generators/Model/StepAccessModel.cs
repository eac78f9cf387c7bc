using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>What a step reads and sets, through all that it uses.</summary>
/// <param name="Reads">Artifacts and parameters that it may read.</param>
/// <param name="Sets">Artifacts that it may set.</param>
/// <param name="Merges">Artifacts that Merge may carry over.</param>
/// <param name="IsComplete">False when the flow is handed to code that cannot be seen.</param>
internal sealed record StepAccessModel(ValueList<string> Reads, ValueList<string> Sets, ValueList<string> Merges, bool IsComplete);
