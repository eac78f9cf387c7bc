using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>A method, accessor or lambda while its body is read.</summary>
/// <param name="Method">The method; null for a lambda.</param>
/// <param name="Receiver">The input that <c>this</c> stands for; null for the flow that runs.</param>
/// <param name="Begin">Where it begins in the graph.</param>
/// <param name="Return">Where it goes on when it returns.</param>
internal sealed record BodyScope(IMethodSymbol? Method, InputOrigin? Receiver, int Begin, int Return)
{
    /// <summary>The places of its labels, those of loops included.</summary>
    public Dictionary<ISymbol, int> Labels { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The tries with a finally that reading stands in, the innermost first.</summary>
    public Stack<OpenTry> Tries { get; } = [];

    public bool Is(IMethodSymbol method, InputOrigin? receiver) => SymbolEqualityComparer.Default.Equals(Method?.OriginalDefinition, method.OriginalDefinition) && Equals(Receiver, receiver);
}
