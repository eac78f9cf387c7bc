using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>What a member does: the body of a method or accessor, or the initializer of a field or property.</summary>
/// <param name="Member">The member.</param>
/// <param name="Operations">All operations of it, in the order of the source.</param>
internal sealed record MemberBody(ISymbol Member, IReadOnlyList<IOperation> Operations)
{
    /// <summary>The member's name; for an accessor, that of its property.</summary>
    public string Name => ((Member as IMethodSymbol)?.AssociatedSymbol ?? Member).Name;

    /// <summary>The member as a step; null if it is none.</summary>
    public IMethodSymbol? Step => Member is IMethodSymbol method && FlowNames.IsStep(method) ? method : null;
}
