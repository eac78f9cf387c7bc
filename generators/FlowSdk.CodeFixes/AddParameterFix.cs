using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace FlowSdk.CodeFixes;

/// <summary>Adds a parameter to a step.</summary>
/// <param name="id">The diagnostic that it fixes.</param>
public abstract class AddParameterFix(string id) : SyntaxFix<MethodDeclarationSyntax>(id)
{
    private protected abstract (string Type, string Name) Parameter(MethodDeclarationSyntax step);

    private protected sealed override SyntaxEdit? Fix(MethodDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var (type, name) = Parameter(node);
        return SyntaxEdit.Of($"Add a parameter '{type}'", node.ParameterList, list => list.AddParameters(FlowSyntax.Parameter(type, FlowSyntax.FreeName(node, name))).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
