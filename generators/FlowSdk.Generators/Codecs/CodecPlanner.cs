using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Finds out how the types of a flow are persisted, or why they cannot be.</summary>
/// <param name="compilation">The compilation of the flow.</param>
/// <param name="flow">The flow, inside which the codecs will stand.</param>
internal sealed class CodecPlanner(Compilation compilation, INamedTypeSymbol flow)
{
    private readonly List<CodecModel> _codecs = [];

    /// <summary>Plans a type and all that it holds.</summary>
    /// <returns>Null if it can be persisted.</returns>
    public CodecProblem? Plan(ITypeSymbol type) =>
        compilation.IsSymbolAccessibleWithin(type, flow) ? null : new(type.Name, "The flow has no access to it.");

    /// <summary>The codecs of all that was planned.</summary>
    public CodecSet Build() => new(new ValueList<CodecModel>(_codecs));
}
