using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>What is remembered of the pieces of a project as it stands now.</summary>
internal sealed class ProjectNotes(Surroundings around, ConcurrentDictionary<SourceKey, ReadNotes> known)
{
    /// <summary>Reads a piece, with the notes of the time before as far as they still hold, and keeps the notes for the next time.</summary>
    public T Read<T>(SyntaxNode piece, Func<ReadNotes, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = around.Key(piece);
        var notes = known.TryGetValue(key, out var before) ? before.After(around, cancellation) : new(around);
        var value = read(notes);
        known[key] = notes;
        return value;
    }
}
