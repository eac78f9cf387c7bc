using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>Where a step stands, and what it reads and sets. It changes with the bodies of steps.</summary>
/// <param name="File">The file's name, without a directory.</param>
/// <param name="Line">The line of the method's name, from 1.</param>
/// <param name="Reads">Artifacts and parameters that it may read.</param>
/// <param name="Sets">Artifacts that it may set.</param>
/// <param name="Merges">Artifacts that Merge may carry over.</param>
/// <param name="IsComplete">False when the flow is handed to code that cannot be seen.</param>
internal sealed record StepSourceModel(string File, int Line, ValueList<string> Reads, ValueList<string> Sets, ValueList<string> Merges, bool IsComplete);
