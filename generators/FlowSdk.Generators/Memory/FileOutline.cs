using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Memory;

/// <summary>The declarations of a file by number, in the order of the source, those within others included. What bodies declare has no number.</summary>
internal sealed class FileOutline
{
    private readonly MemberDeclarationSyntax[] _declarations;
    private readonly Dictionary<SyntaxNode, int> _numbers = [];

    public FileOutline(SyntaxTree tree)
    {
        _declarations = [.. tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()];
        for (var i = 0; i < _declarations.Length; i++)
        {
            _numbers.Add(_declarations[i], i);
        }
    }

    /// <summary>The declaration that a piece of source is, or stands in; null if there is none.</summary>
    public (SyntaxNode Node, int Number, bool IsContainer)? Around(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (_numbers.TryGetValue(at, out var number))
            {
                return (at, number, IsContainer(at));
            }
        }

        return null;
    }

    /// <summary>The members that are not the same in a file with the same declarations.</summary>
    public IEnumerable<int> Changed(FileOutline other) => Enumerable.Range(0, _declarations.Length)
        .Where(i => !IsContainer(_declarations[i]) && !IsSame(_declarations[i], other._declarations[i]));

    /// <summary>Whether another file declares the same, whatever its bodies do.</summary>
    public bool DeclaresTheSame(FileOutline other) => _declarations.Length == other._declarations.Length && WithField().SequenceEqual(other.WithField());

    // A type only holds others. The statements of a program see each other's variables.
    private static bool IsContainer(SyntaxNode declaration) => declaration is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or GlobalStatementSyntax;

    // The parser takes over what was not typed in.
    private static bool IsSame(SyntaxNode one, SyntaxNode other) => one.IsIncrementallyIdenticalTo(other) || one.ToString() == other.ToString();

    // One thing within bodies declares something: the word field, which makes a property have one.
    private IEnumerable<bool> WithField() => _declarations.OfType<PropertyDeclarationSyntax>().Select(p => p.DescendantTokens().Any(t => t.Text == "field"));
}
