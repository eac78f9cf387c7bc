using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlowSdk.CodeFixes;

/// <summary>A fix that replaces nodes of the file in which the mistake is.</summary>
/// <typeparam name="TNode">The kind of node that the mistake stands in.</typeparam>
/// <param name="ids">The diagnostics that it fixes.</param>
public abstract class SyntaxFix<TNode>(params string[] ids) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Diagnostics of the generator carry no tree, only the place: the node is found by it.
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>() is not { } node)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Fix(node, diagnostic, model, context.CancellationToken) is { } edit)
            {
                // Titles name what is fixed; to an editor that fixes all at once, they are one kind.
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, _ => Task.FromResult(Apply(context.Document, root, edit)), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>Makes the fix; null if there is none for this case.</summary>
    private protected abstract SyntaxEdit? Fix(TNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation);

    private static Document Apply(Document document, SyntaxNode root, SyntaxEdit edit) => document.WithSyntaxRoot(
        root.ReplaceNodes(edit.Changes.Keys, (original, current) => edit.Changes[original](current)));
}
