using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>Remembers what was read of the pieces of projects, for as long as these are edited.</summary>
/// <remarks>
/// Whatever asks for what symbols mean is asked anew after each edit, wherever that was. Most edits are in the body of one
/// method, which changes nothing of what was read from others.
/// </remarks>
internal sealed class ProjectMemory
{
    // By something that a project keeps while it is edited, so that what was read of it goes when it goes.
    private readonly ConditionalWeakTable<MetadataReference, ConcurrentDictionary<(string?, ParseOptions?), ConcurrentDictionary<SourceKey, ReadNotes>>> _notes = new();

    /// <summary>Gives what is remembered of a project, as far as it may still hold.</summary>
    public ProjectNotes Open(Compilation compilation, CancellationToken cancellation)
    {
        var around = new Surroundings(compilation);
        var known = Known(compilation);
        foreach (var note in known.Where(n => n.Value.AreVoid(around, cancellation)))
        {
            known.TryRemove(note.Key, out _);
        }

        return new(around, known);
    }

    private ConcurrentDictionary<SourceKey, ReadNotes> Known(Compilation compilation) => compilation.ExternalReferences.FirstOrDefault() is { } first
        ? _notes.GetValue(first, static _ => new()).GetOrAdd((compilation.AssemblyName, compilation.SyntaxTrees.FirstOrDefault()?.Options), static _ => new())
        : new();
}
