using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>What a call of Merge carries over.</summary>
/// <param name="Source">From which inputs.</param>
/// <param name="Include">The only artifacts; null if all, or if it is not known.</param>
/// <param name="Exclude">The artifacts left out.</param>
/// <param name="IsOfAll">Whether all inputs are given, so that what any of them has set is carried over.</param>
/// <param name="IsKnown">Whether the lists can be read from the source.</param>
/// <param name="IsTried">Whether the code around is prepared for it to fail.</param>
internal sealed record MergeSelection(InputOrigin Source, IReadOnlyList<string>? Include, IReadOnlyList<string> Exclude, bool IsOfAll, bool IsKnown, bool IsTried)
{
    /// <summary>Whether a method is Merge of Flow.</summary>
    public static bool IsMerge(IMethodSymbol method) => method.Name == "Merge" && FlowNames.Is(method.ContainingType, "Flow");

    public static MergeSelection Read(IInvocationOperation call, InputOrigin source)
    {
        var include = Names(call, "include");
        var exclude = Names(call, "exclude");
        return new(source, include.Names, exclude.Names ?? [], FlowNames.Is(call.TargetMethod.Parameters[0].Type.OriginalDefinition, "Inputs`1"), include.IsKnown && exclude.IsKnown, OperationUse.IsTried(call));
    }

    /// <summary>Whether an artifact is among those that are carried over.</summary>
    public bool Takes(string artifact) => Include is null ? !Exclude.Contains(artifact) : Include.Contains(artifact);

    private static (IReadOnlyList<string>? Names, bool IsKnown) Names(IInvocationOperation call, string parameter)
    {
        var value = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        IEnumerable<IOperation>? elements = value switch
        {
            ICollectionExpressionOperation list => list.Elements,
            IArrayCreationOperation { Initializer: { } list } => list.ElementValues,
            _ => null,
        };
        if (elements is null)
        {
            return (null, value is null or { ConstantValue: { HasValue: true, Value: null } });
        }

        string[] names = [.. elements.Select(e => e.ConstantValue.Value).OfType<string>()];
        return names.Length == elements.Count() ? (names, true) : (null, false);
    }
}
