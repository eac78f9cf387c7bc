using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>
/// Steps change nothing that is static: other tasks run in other processes. What is filled while it is null is a cache, and fine; so are dictionaries
/// and sets, which are caches more often than not.
/// </summary>
internal static class StaticStateRules
{
    private static readonly HashSet<string> _lists =
        ["List`1", "Queue`1", "Stack`1", "LinkedList`1", "Collection`1", "ObservableCollection`1", "ConcurrentBag`1", "ConcurrentQueue`1", "ConcurrentStack`1"];

    private static readonly HashSet<string> _changes =
        ["Add", "AddRange", "AddFirst", "AddLast", "Insert", "InsertRange", "Enqueue", "Push", "PushRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Dequeue", "TryDequeue", "Pop", "TryPop", "TryTake"];

    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Member is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) } method)
        {
            return;
        }

        foreach (var reference in body.References)
        {
            if (reference.Member is (IFieldSymbol or IPropertySymbol) and { IsStatic: true } member
                && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, inspection.Flow.ContainingAssembly)
                && ((OperationUse.IsWritten(reference) && !CacheFill.Is(reference)) || IsChangedInPlace(reference))
                && inspection.MayRun(method))
            {
                inspection.Report(MistakeDiagnostics.StaticState, reference.Syntax.GetLocation(), member.Name, body.Name);
            }
        }
    }

    private static bool IsChangedInPlace(IMemberReferenceOperation reference) =>
        reference.Parent is IInvocationOperation { TargetMethod: var method } call
        && call.Instance == reference
        && _changes.Contains(method.Name)
        && _lists.Contains(method.ContainingType.MetadataName)
        && method.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);
}
