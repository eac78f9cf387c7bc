using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>What a member does: the body of a method or accessor, or the initializer of a field or property.</summary>
/// <param name="member">The member.</param>
/// <param name="operations">All operations of it, in the order of the source.</param>
internal sealed class MemberBody(ISymbol member, IReadOnlyList<IOperation> operations)
{
    public ISymbol Member => member;

    public IReadOnlyList<IOperation> Operations => operations;

    /// <summary>The calls among them, which most rules are about.</summary>
    public IInvocationOperation[] Calls { get; } = [.. operations.OfType<IInvocationOperation>()];

    /// <summary>The fields, properties, events and methods among them that are referred to.</summary>
    public IMemberReferenceOperation[] References { get; } = [.. operations.OfType<IMemberReferenceOperation>()];

    /// <summary>The member's name; for an accessor, that of its property.</summary>
    public string Name => ((member as IMethodSymbol)?.AssociatedSymbol ?? member).Name;

    /// <summary>The member as a step; null if it is none.</summary>
    public IMethodSymbol? Step { get; } = member is IMethodSymbol method && FlowNames.IsStep(method) ? method : null;
}
