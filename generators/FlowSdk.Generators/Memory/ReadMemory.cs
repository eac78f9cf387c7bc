using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>Finds pieces of source in a project, and remembers what was read from them.</summary>
/// <remarks>
/// <para>
/// Whatever asks for what symbols mean is asked anew after each edit, wherever that was. Most edits are in the body of one
/// method, which changes nothing of what was read from others.
/// </para>
/// <para>
/// The compiler's own search for pieces of source is not used: once the files come in an order other than that in which it
/// first saw them, as when one is added among others, it may give a piece twice or not at all.
/// </para>
/// </remarks>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="isPiece">Tells from syntax alone what may be a piece.</param>
/// <param name="read">Reads, with the notes of the time before.</param>
internal sealed class ReadMemory<T>(Func<SyntaxNode, bool> isPiece, Func<SyntaxNode, Compilation, ReadNotes, CancellationToken, T> read)
{
    private readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> _pieces = new();

    // By something that a project keeps while it is edited, so that what was read of it goes when it goes.
    private readonly ConditionalWeakTable<MetadataReference, ConcurrentDictionary<(string?, ParseOptions), ConcurrentDictionary<SourceKey, ReadNotes>>> _notes = new();

    /// <summary>Reads all pieces, in the order of the files: what is not known of them, or may be so no longer.</summary>
    public IReadOnlyList<T> Read(Compilation compilation, CancellationToken cancellation)
    {
        var pieces = compilation.SyntaxTrees.SelectMany(t => _pieces.GetValue(t, tree => Find(tree, cancellation))).ToArray();
        if (pieces.Length == 0)
        {
            return [];
        }

        var around = new Surroundings(compilation);
        var known = Known(compilation, pieces[0].SyntaxTree.Options);
        foreach (var note in known.Where(n => n.Value.AreVoid(around, cancellation)))
        {
            known.TryRemove(note.Key, out _);
        }

        return [.. pieces.Select(p => Read(p, compilation, around, known, cancellation))];
    }

    private T Read(SyntaxNode piece, Compilation compilation, Surroundings around, ConcurrentDictionary<SourceKey, ReadNotes> known, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = around.Key(piece);
        var notes = known.TryGetValue(key, out var before) ? before.After(around, cancellation) : new(around);
        var value = read(piece, compilation, notes, cancellation);
        known[key] = notes;
        return value;
    }

    private SyntaxNode[] Find(SyntaxTree tree, CancellationToken cancellation) => [.. tree.GetRoot(cancellation).DescendantNodes().Where(isPiece)];

    private ConcurrentDictionary<SourceKey, ReadNotes> Known(Compilation compilation, ParseOptions options) => compilation.ExternalReferences.FirstOrDefault() is { } first
        ? _notes.GetValue(first, static _ => new()).GetOrAdd((compilation.AssemblyName, options), static _ => new())
        : new();
}
