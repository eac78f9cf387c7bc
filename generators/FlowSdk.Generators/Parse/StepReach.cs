using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds all that a step does: its own body, and those of the flow's members that it uses.</summary>
internal static class StepReach
{
    public static IEnumerable<IOperation> Of(IMethodSymbol step, INamedTypeSymbol flow, FlowBodies bodies)
    {
        var chain = FlowNames.FlowChain(flow);
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { step };
        var queue = new Queue<IMethodSymbol>([step]);
        while (queue.Count > 0)
        {
            foreach (var operation in bodies.Of(queue.Dequeue()))
            {
                yield return operation;
                foreach (var used in Used(operation).Where(m => !FlowNames.IsStep(m) && chain.Contains(m.ContainingType, SymbolEqualityComparer.Default) && seen.Add(m)))
                {
                    queue.Enqueue(used);
                }
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Used(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IMethodReferenceOperation reference => [reference.Method],
        IPropertyReferenceOperation { Property: { } property } when MemberBodies.IsOfAuthor(property) => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };
}
