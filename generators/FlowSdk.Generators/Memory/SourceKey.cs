namespace FlowSdk.Generators.Memory;

/// <summary>What a piece of source is known by from one edit to the next, for as long as the declarations of the project stay the same.</summary>
/// <param name="File">The number of the file.</param>
/// <param name="Declaration">The number of the declaration that the piece is, or stands in.</param>
/// <param name="Kind">The kind of syntax that it is.</param>
/// <param name="Ordinal">How many pieces of its kind stand before it there.</param>
internal readonly record struct SourceKey(int File, int Declaration, int Kind, int Ordinal);
