using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds all that a step does: its own body, and those of the flow's members that it uses.</summary>
internal static class StepReach
{
    public static IEnumerable<IOperation> Of(IMethodSymbol step, INamedTypeSymbol flow, FlowBodies bodies) => Members([step], flow, bodies).SelectMany(bodies.Of);

    /// <summary>Some steps, and the methods and accessors of the flow that they use.</summary>
    public static IEnumerable<IMethodSymbol> Members(IEnumerable<IMethodSymbol> steps, INamedTypeSymbol flow, FlowBodies bodies)
    {
        var chain = FlowNames.FlowChain(flow);
        var queue = new Queue<IMethodSymbol>(steps);
        var seen = new HashSet<IMethodSymbol>(queue, SymbolEqualityComparer.Default);
        while (queue.Count > 0)
        {
            var member = queue.Dequeue();
            yield return member;
            foreach (var used in bodies.Of(member).SelectMany(Used).Where(m => !FlowNames.IsStep(m) && chain.Contains(m.ContainingType, SymbolEqualityComparer.Default) && seen.Add(m)))
            {
                queue.Enqueue(used);
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
