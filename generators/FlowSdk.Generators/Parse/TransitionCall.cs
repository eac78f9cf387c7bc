using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>A call of To, ForEach or InParallel.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">What it leads to, in the order of the parameters.</param>
/// <param name="ItemType">For a foreach, the type of its items; else null.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record TransitionCall(TransitionKind Kind, IReadOnlyList<TransitionTarget> Targets, ITypeSymbol? ItemType, SyntaxNode Syntax)
{
    /// <summary>Reads a call; null if the operation is none.</summary>
    public static TransitionCall? TryRead(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call || !IsTransition(method))
        {
            return null;
        }

        var arguments = new List<IArgumentOperation>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type is { SpecialType: SpecialType.System_Delegate } or { Name: "Delegate" })
            {
                arguments.Add(argument);
            }
        }

        arguments.Sort(static (first, second) => first.Parameter!.Ordinal.CompareTo(second.Parameter!.Ordinal));
        var targets = arguments.ConvertAll(a => TransitionTarget.Read(a.Value));
        var kind = method.Name switch
        {
            "ForEach" => TransitionKind.ForEach,
            "InParallel" => TransitionKind.Gang,
            _ => targets.Count == 1 ? TransitionKind.Linear : TransitionKind.Branch,
        };
        return new(kind, targets, kind == TransitionKind.ForEach ? method.TypeArguments[0] : null, call.Syntax);
    }

    /// <summary>Whether a method is one of Flow that makes transitions.</summary>
    public static bool IsTransition(IMethodSymbol method) =>
        method.Name is "To" or "ForEach" or "InParallel" && FlowNames.Is(method.ContainingType, "Flow");

    /// <summary>The arguments that carry the names of targets, which the compiler fills in, but which are written out.</summary>
    public static IEnumerable<IArgumentOperation> WrittenNames(IInvocationOperation call) =>
        call.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.SpecialType == SpecialType.System_String);
}
