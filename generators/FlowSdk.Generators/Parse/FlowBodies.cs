using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Gives the bodies of a flow's members as operations, each bound once.</summary>
internal sealed class FlowBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxNode, IOperation[]> _operations = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation => compilation;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Where it is put down which pieces of source are looked at.</summary>
    public ICollection<SyntaxNode> Looked { get; set; } = new HashSet<SyntaxNode>();

    /// <summary>All operations of a method or accessor, in the order of the source; none if its source is not there.</summary>
    public IReadOnlyList<IOperation> Of(IMethodSymbol method) => Of(Declarations(method));

    /// <summary>All operations of the initializer of a field or property; none if it has none.</summary>
    public IReadOnlyList<IOperation> OfInitializer(ISymbol member) => Of(Initializers(member));

    /// <summary>The bodies of a method, accessor or local function, as they stand in the source.</summary>
    public IEnumerable<IOperation> Roots(IMethodSymbol method) => Declarations(method).Select(Operation).OfType<IOperation>();

    /// <summary>What a piece of source of this compilation does.</summary>
    public IOperation? Operation(SyntaxNode node)
    {
        Looked.Add(node);
        return Model(node.SyntaxTree).GetOperation(node, cancellation);
    }

    /// <summary>The method of a call that is wrong for nothing but that a flow does not implement IFlow yet: the generator, which reads it, will write that.</summary>
    public IMethodSymbol? Unfinished(IOperation call)
    {
        if (call.Syntax is not InvocationExpressionSyntax)
        {
            return null;
        }

        var found = Model(call.Syntax.SyntaxTree).GetSymbolInfo(call.Syntax, cancellation);
        var method = found.Symbol ?? (found.CandidateSymbols.Length == 1 ? found.CandidateSymbols[0] : null);
        return method is IMethodSymbol { TypeParameters: var parameters } generic && parameters.Any(static p => p.ConstraintTypes.Any(static c => FlowNames.Is(c, "IFlow`1"))) ? generic : null;
    }

    /// <summary>Whether a member's source is part of this compilation; an editor shows that of referenced projects as well.</summary>
    public bool HasSource(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(r => compilation.ContainsSyntaxTree(r.SyntaxTree));

    private IOperation[] Of(IEnumerable<SyntaxNode> bodies)
    {
        var found = bodies.Select(Operations).ToArray();
        return found.Length == 1 ? found[0] : [.. found.SelectMany(o => o)];
    }

    private IOperation[] Operations(SyntaxNode body)
    {
        Looked.Add(body);
        if (!_operations.TryGetValue(body, out var operations))
        {
            _operations.Add(body, operations = Operation(body) is { } root ? [.. root.DescendantsAndSelf()] : []);
        }

        return operations;
    }

    private IEnumerable<SyntaxNode> Declarations(IMethodSymbol method)
    {
        // A partial method's body stands in its other part.
        var implementation = method.PartialImplementationPart ?? method;
        return implementation.DeclaringSyntaxReferences.Where(r => compilation.ContainsSyntaxTree(r.SyntaxTree)).Select(r => r.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body,
            var node => node,
        });
    }

    private IEnumerable<EqualsValueClauseSyntax> Initializers(ISymbol member) => member.DeclaringSyntaxReferences
        .Where(r => compilation.ContainsSyntaxTree(r.SyntaxTree))
        .Select(r => Initializer(r.GetSyntax(cancellation)))
        .OfType<EqualsValueClauseSyntax>();

    // That there is none is worth a note as well: a field may be given one without its declaration being another.
    private EqualsValueClauseSyntax? Initializer(SyntaxNode declaration)
    {
        Looked.Add(declaration);
        return declaration switch
        {
            PropertyDeclarationSyntax property => property.Initializer,
            VariableDeclaratorSyntax field => field.Initializer,
            _ => null,
        };
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            model = compilation.GetSemanticModel(tree);
            _models.Add(tree, model);
        }

        return model;
    }
}
