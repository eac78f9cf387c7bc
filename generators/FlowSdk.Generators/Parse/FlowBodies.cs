using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Parse;

/// <summary>Gives the bodies of a flow's members as operations, each bound once.</summary>
internal sealed class FlowBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, IReadOnlyList<IOperation>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation => compilation;

    public CancellationToken Cancellation => cancellation;

    /// <summary>All operations of a method or accessor, in the order of the source; none if its source is not there.</summary>
    public IReadOnlyList<IOperation> Of(IMethodSymbol method)
    {
        if (!_bodies.TryGetValue(method, out var body))
        {
            body = [.. Roots(method).SelectMany(r => r.DescendantsAndSelf())];
            _bodies.Add(method, body);
        }

        return body;
    }

    /// <summary>All operations of the initializer of a field or property; none if it has none.</summary>
    public IReadOnlyList<IOperation> OfInitializer(ISymbol member)
    {
        if (!_bodies.TryGetValue(member, out var body))
        {
            body = [.. Initializers(member).Select(Operation).OfType<IOperation>().SelectMany(o => o.DescendantsAndSelf())];
            _bodies.Add(member, body);
        }

        return body;
    }

    /// <summary>The bodies of a method, accessor or local function, as they stand in the source.</summary>
    public IEnumerable<IOperation> Roots(IMethodSymbol method) => Declarations(method).Select(Operation).OfType<IOperation>();

    /// <summary>What a piece of source of this compilation does.</summary>
    public IOperation? Operation(SyntaxNode node) => Model(node.SyntaxTree).GetOperation(node, cancellation);

    /// <summary>Whether a member's source is part of this compilation; an editor shows that of referenced projects as well.</summary>
    public bool HasSource(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(r => compilation.ContainsSyntaxTree(r.SyntaxTree));

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
        .Select(r => r.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax property => property.Initializer,
            VariableDeclaratorSyntax field => field.Initializer,
            _ => null,
        })
        .OfType<EqualsValueClauseSyntax>();

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
