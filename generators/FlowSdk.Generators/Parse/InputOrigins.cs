using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds out which of a join's inputs an expression stands for.</summary>
/// <remarks>A selection that code makes (<c>Where</c>, an input found in a dictionary) is not followed: it may know what the analysis cannot.</remarks>
internal sealed class InputOrigins(FlowBodies bodies)
{
    private static readonly HashSet<string> Followed =
    [
        "MaxBy", "MinBy", "First", "Last", "FirstOrDefault", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "Aggregate", "Max", "Min",
        "Select", "SelectMany", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "ToList", "ToArray", "Reverse", "AsEnumerable", "Zip", "Index", "GroupBy",
    ];

    private static readonly HashSet<string> Predicates = ["First", "Last", "FirstOrDefault", "LastOrDefault", "Single", "SingleOrDefault"];

    private readonly Dictionary<ISymbol, InputOrigin> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Says what a parameter of a called method stands for.</summary>
    public void Bind(IParameterSymbol parameter, InputOrigin origin) => _known[parameter] = origin;

    /// <summary>Whether an operation picks one of a join's inputs.</summary>
    public static bool IsChoice(IPropertyReferenceOperation reference) =>
        reference.Property.IsIndexer && reference.Instance?.Type is { } type && FlowNames.Is(type.OriginalDefinition, "Inputs`1");

    public InputOrigin Of(IOperation? operation) => operation switch
    {
        null => InputOrigin.Unknown,
        { Type: { } type } when FlowNames.Is(type.OriginalDefinition, "Inputs`1") => InputOrigin.Any,
        IConversionOperation conversion => Of(conversion.Operand),
        IParameterReferenceOperation parameter => Of(parameter),
        ILocalReferenceOperation local => Of(local.Local, Root(local)),
        IInvocationOperation call => Of(call),
        IPropertyReferenceOperation { Property.IsIndexer: true } index => Index(index),
        IImplicitIndexerReferenceOperation index => Of(index.Instance),
        IArrayElementReferenceOperation element => Of(element.ArrayReference),
        IMemberReferenceOperation { Instance: not IInstanceReferenceOperation } member => Of(member.Instance),
        IInstanceReferenceOperation part when OperationUse.Matched(part) is { } matched => Of(matched),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Of(Accessed(instance)),
        IConditionalOperation choice => Either([Of(choice.WhenTrue), Of(choice.WhenFalse)]),
        ICoalesceOperation choice => Either([Of(choice.Value), Of(choice.WhenNull)]),
        IThrowOperation => InputOrigin.Any,
        _ => InputOrigin.Unknown,
    };

    private InputOrigin Of(IParameterReferenceOperation reference)
    {
        if (_known.TryGetValue(reference.Parameter, out var origin))
        {
            return origin;
        }

        // What a lambda is given comes from what the method it is passed to is called on.
        for (var at = reference.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Parameter.ContainingSymbol))
            {
                while (at.Parent is IConversionOperation or IDelegateCreationOperation)
                {
                    at = at.Parent;
                }

                return at.Parent is IArgumentOperation { Parent: IInvocationOperation call } ? Of(Receiver(call)) : InputOrigin.Unknown;
            }
        }

        return InputOrigin.Unknown;
    }

    private InputOrigin Of(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var isPredicate = Predicates.Contains(name) && call.TargetMethod.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate);
        return Followed.Contains(name) && !isPredicate ? Of(Receiver(call)) : InputOrigin.Unknown;
    }

    private InputOrigin Of(ILocalSymbol local, IOperation root)
    {
        if (_known.TryGetValue(local, out var known))
        {
            return known;
        }

        // While a local is looked at, what it is given of itself says nothing new.
        _known[local] = InputOrigin.Any;
        var values = local.DeclaringSyntaxReferences.Select(r => Declared(r.GetSyntax(bodies.Cancellation))).ToList();
        values.AddRange(root.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
            .Select(a => Of(a.Value)));
        var found = values.OfType<InputOrigin>().ToArray();
        return _known[local] = found.Length == 0 ? InputOrigin.Unknown : Either(found);
    }

    /// <summary>What a local is given where it is declared; null if that is nothing.</summary>
    private InputOrigin? Declared(SyntaxNode declaration) => declaration switch
    {
        ForEachStatementSyntax loop => Of(loop.Expression),
        VariableDeclaratorSyntax { Initializer: null } => null,
        VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax } => null,
        VariableDeclaratorSyntax { Initializer.Value: { } value } => Of(value),
        { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax test } } => Of(test.Expression),
        _ => InputOrigin.Unknown,
    };

    private InputOrigin Of(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken } inner => Of(inner.Operand),
        _ => Of(bodies.Operation(expression)),
    };

    private InputOrigin Index(IPropertyReferenceOperation index) => !IsChoice(index) ? Of(index.Instance) : index.Arguments.Select(a => a.Value).FirstOrDefault() switch
    {
        { ConstantValue: { HasValue: true, Value: int place } } => new(InputChoice.Place, Place: place),
        { } first when TransitionTarget.Read(first).Method is { } step => new(InputChoice.Branch, step.Name),
        _ => InputOrigin.Any,
    };

    private static InputOrigin Either(InputOrigin[] origins) =>
        origins.Distinct().Count() == 1 ? origins[0]
        : origins.Any(o => o.Choice == InputChoice.Unknown) || !origins.Contains(InputOrigin.Any) ? InputOrigin.Unknown
        : InputOrigin.Any;

    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value;

    private static IOperation? Accessed(IOperation instance)
    {
        for (var at = instance; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, at))
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
