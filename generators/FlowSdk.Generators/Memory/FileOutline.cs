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
    public bool DeclaresTheSame(FileOutline other) => _declarations.Length == other._declarations.Length && Within().SequenceEqual(other.Within());

    // A type only holds others. The statements of a program see each other's variables.
    private static bool IsContainer(SyntaxNode declaration) => declaration is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or GlobalStatementSyntax;

    // The parser takes over what was not typed in. What reads the same may yet be other code, after a #define further up, and may have an error beside it or not.
    private static bool IsSame(SyntaxNode one, SyntaxNode other) =>
        one.IsIncrementallyIdenticalTo(other) || (one.ToString() == other.ToString() && one.ContainsDiagnostics == other.ContainsDiagnostics && one.IsEquivalentTo(other, topLevel: false));

    // What declares something, though it stands where the compiler's own comparison of declarations does not look.
    private IEnumerable<(int Declaration, string Text)> Within() => _declarations.SelectMany((d, i) => Within(d).Select(text => (i, text)));

    private static IEnumerable<string> Within(MemberDeclarationSyntax declaration) => declaration switch
    {
        // The word makes a property have a field.
        PropertyDeclarationSyntax property => property.DescendantNodes().OfType<FieldExpressionSyntax>().Take(1).Select(f => f.ToString()),

        // Of bodies it looks at these, but not of initializers.
        FieldDeclarationSyntax { ContainsDirectives: true } field => field.DescendantNodes(descendIntoTrivia: true).OfType<NullableDirectiveTriviaSyntax>().Select(d => d.ToString()),
        _ => [],
    };
}
