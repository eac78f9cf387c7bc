using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>Finds pieces of source in a project, and remembers what was read from them.</summary>
/// <remarks>
/// The compiler's own search for pieces of source is not used: once the files come in an order other than that in which it
/// first saw them, as when one is added among others, it may give a piece twice or not at all.
/// </remarks>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="isPiece">Tells from syntax alone what may be a piece.</param>
/// <param name="read">Reads, with the notes of the time before.</param>
internal sealed class ReadMemory<T>(Func<SyntaxNode, bool> isPiece, Func<SyntaxNode, Compilation, ReadNotes, CancellationToken, T> read)
{
    private readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> _pieces = new();
    private readonly ProjectMemory _memory = new();

    /// <summary>Reads all pieces, in the order of the files: what is not known of them, or may be so no longer.</summary>
    public IReadOnlyList<T> Read(Compilation compilation, CancellationToken cancellation)
    {
        var pieces = compilation.SyntaxTrees.SelectMany(t => _pieces.GetValue(t, tree => Find(tree, cancellation))).ToArray();
        if (pieces.Length == 0)
        {
            return [];
        }

        var project = _memory.Open(compilation, cancellation);
        return [.. pieces.Select(p => project.Read(p, notes => read(p, compilation, notes, cancellation), cancellation))];
    }

    private SyntaxNode[] Find(SyntaxTree tree, CancellationToken cancellation) => [.. tree.GetRoot(cancellation).DescendantNodes().Where(isPiece)];
}
