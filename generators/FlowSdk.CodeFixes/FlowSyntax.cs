using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Pieces of syntax that several fixes need.</summary>
internal static class FlowSyntax
{
    /// <summary>Adds a modifier at its usual place: <c>partial</c> stands last.</summary>
    public static SyntaxTokenList AddPartial(SyntaxTokenList modifiers) =>
        modifiers.Add(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>A parameter of a step.</summary>
    public static ParameterSyntax Parameter(string type, string name) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>The accessors of a property, as they are written.</summary>
    public static AccessorListSyntax Accessors(string text) => ((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"int A {text}")!).AccessorList!;

    /// <summary>The end of a line as the file of a node has it.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : SyntaxFactory.EndOfLine("\n");

    /// <summary>A name that no parameter of a method has.</summary>
    public static string FreeName(MethodDeclarationSyntax method, string name) => Free(name, method.ParameterList.Parameters.Select(p => p.Identifier.ValueText));

    /// <summary>A name that is not taken: itself, or with a number after it.</summary>
    public static string Free(string name, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        return !names.Contains(name) ? name : Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{name}{n}").First(n => !names.Contains(n));
    }

    /// <summary>The declaration of the method that is named, if it is in the same file: in others nothing is changed from here.</summary>
    public static MethodDeclarationSyntax? Method(ExpressionSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        // As an argument for a delegate, a method is one of a group.
        var found = model.GetSymbolInfo(name, cancellation);
        var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return symbol?.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == name.SyntaxTree)?.GetSyntax(cancellation) as MethodDeclarationSyntax;
    }

    /// <summary>A type as this place of the source would write it.</summary>
    public static string Write(ITypeSymbol type, SemanticModel model, int position) => type.ToMinimalDisplayString(model, position);

    /// <summary>Whether a call is of To, ForEach or InParallel.</summary>
    public static bool IsTransition(InvocationExpressionSyntax call) =>
        call.Expression is SimpleNameSyntax { Identifier.ValueText: "To" or "ForEach" or "InParallel" };

    /// <summary>The names of steps among the arguments of a transition.</summary>
    public static IEnumerable<IdentifierNameSyntax> Targets(InvocationExpressionSyntax call) => call.ArgumentList.Arguments
        .Skip(call.Expression is SimpleNameSyntax { Identifier.ValueText: "To" } ? 0 : 1)
        .Select(a => a.Expression)
        .OfType<IdentifierNameSyntax>();
}
