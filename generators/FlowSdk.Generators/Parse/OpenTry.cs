using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>A try with a finally while what it guards is read.</summary>
/// <param name="Operation">The try.</param>
internal sealed record OpenTry(ITryOperation Operation)
{
    /// <summary>What leaves it otherwise than by its end: by where that goes on, the place from which it leaves, and the jump, which is null for a return.</summary>
    public Dictionary<int, (int Place, IBranchOperation? Jump)> Left { get; } = [];

    /// <summary>Whether a jump goes to a place outside; a return does in any case.</summary>
    public bool IsLeftBy(IBranchOperation? jump)
    {
        var target = jump is null ? null : jump.GetCorrespondingOperation()?.Syntax ?? jump.Target.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return target is null || !Operation.Syntax.Span.Contains(target.Span);
    }
}
