using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Remembers what was read from pieces of source, for as long as their files stay as they are.</summary>
/// <remarks>
/// The compiler has everything read anew that asks for what symbols mean, after each edit, wherever that was. Most edits
/// are in the body of a method of some other file, which changes nothing of what was read here.
/// </remarks>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="read">Reads.</param>
/// <param name="own">The files, beside that of the piece itself, of which more than the declarations is read.</param>
internal sealed class ReadMemory<T>(Func<GeneratorSyntaxContext, CancellationToken, T> read, Func<GeneratorSyntaxContext, CancellationToken, IEnumerable<SyntaxTree>> own)
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<SyntaxNode, Entry>> _entries = new();
    private readonly ConditionalWeakTable<Compilation, Surroundings> _surroundings = new();

    /// <summary>Gives what was read before if that still holds; else reads.</summary>
    public T Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var around = _surroundings.GetValue(context.SemanticModel.Compilation, static c => new(c));
        var entries = _entries.GetValue(context.Node.SyntaxTree, static _ => new());
        var entry = entries.TryGetValue(context.Node, out var known) && known.Around.Holds(around, known.Own, cancellation)
            ? known with { Around = around }
            : new(around, [.. own(context, cancellation)], read(context, cancellation));
        entries[context.Node] = entry;
        return entry.Value;
    }

    private sealed record Entry(Surroundings Around, HashSet<SyntaxTree> Own, T Value);
}
