namespace FlowSdk;

/// <summary>A step in the graph of a run.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="IsJoin">Whether it closes a branch, a foreach or a gang.</param>
/// <param name="Summary">The summary of its XML documentation; empty if there was none.</param>
/// <param name="SourceFile">The name of the file that it stood in, without a directory.</param>
/// <param name="SourceLine">The line of the method's name, from 1.</param>
/// <param name="Transitions">Where it could lead; empty for the end.</param>
public sealed record RunGraphStep(
    string Name, bool IsJoin, string Summary, string SourceFile, int SourceLine, IReadOnlyList<RunGraphTransition> Transitions);
