using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Where a step stands in the source, and what it reads and sets, through the methods of the flow that it calls as well. Used by generated code.</summary>
/// <param name="File">The file's name, without a directory.</param>
/// <param name="Line">The line of the method's name, from 1.</param>
/// <param name="Reads">Artifacts and parameters that the step may read.</param>
/// <param name="Sets">Artifacts that the step may set.</param>
/// <param name="Merges">Artifacts that the step's calls of Merge may carry over, as far as inputs have them.</param>
/// <param name="IsComplete">False when the flow is handed to code that cannot be seen, so that the lists may lack something.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StepSource(
    string File, int Line, IReadOnlyList<string> Reads, IReadOnlyList<string> Sets, IReadOnlyList<string> Merges, bool IsComplete);
