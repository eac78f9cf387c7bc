namespace FlowSdk.Bench.Typing;

/// <summary>What an edit costs, in milliseconds.</summary>
/// <param name="Generator">In the generator.</param>
/// <param name="Analyzers">In the analyzers, above analyzers that do nothing.</param>
/// <param name="Compiler">In the compiler itself: binding the file that was edited.</param>
internal sealed record Cost(double Generator, double Analyzers, double Compiler);
