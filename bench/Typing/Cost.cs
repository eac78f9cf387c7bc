namespace FlowSdk.Bench.Typing;

/// <summary>What an edit costs, in milliseconds.</summary>
/// <param name="Generator">In the generator, and in parsing again what it wrote.</param>
/// <param name="Analyzers">In the analyzers, by the compiler's own account.</param>
/// <param name="Compiler">In the compiler itself: binding the file that was edited.</param>
internal sealed record Cost(double Generator, double Analyzers, double Compiler);
