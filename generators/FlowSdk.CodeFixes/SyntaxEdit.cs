using Microsoft.CodeAnalysis;

namespace FlowSdk.CodeFixes;

/// <summary>What a fix does to a file.</summary>
/// <param name="title">What an editor shows.</param>
internal sealed class SyntaxEdit(string title)
{
    public string Title => title;

    /// <summary>How each node is changed. A node is given as it is after the changes inside it.</summary>
    public Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> Changes { get; } = [];

    public static SyntaxEdit Of<TNode>(string title, TNode node, Func<TNode, SyntaxNode> change)
        where TNode : SyntaxNode => new SyntaxEdit(title).And(node, change);

    public SyntaxEdit And<TNode>(TNode node, Func<TNode, SyntaxNode> change)
        where TNode : SyntaxNode
    {
        Changes[node] = current => change((TNode)current);
        return this;
    }
}
