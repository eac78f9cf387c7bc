using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>What was read of a piece of source, part by part, each for as long as what was looked at for it stays as it is.</summary>
/// <remarks>A part has no symbol, node, or position in it: declarations move while others are edited.</remarks>
internal sealed class ReadNotes(Surroundings around)
{
    private readonly Dictionary<(string Part, SourceKey? Of), Note> _notes = [];
    private readonly List<string> _anew = [];

    /// <summary>The parts that were not known.</summary>
    public IReadOnlyList<string> Anew => _anew;

    /// <summary>Whether nothing of these notes holds any longer.</summary>
    public bool AreVoid(Surroundings edited, CancellationToken cancellation) => edited != around && edited.Since(around, cancellation) == SourceEdits.Anything;

    /// <summary>What still holds of these notes after edits.</summary>
    public ReadNotes After(Surroundings edited, CancellationToken cancellation)
    {
        var notes = new ReadNotes(edited);
        var edits = edited == around ? null : edited.Since(around, cancellation);
        foreach (var note in _notes.Where(n => edits?.Touch(n.Value.Looked) != true))
        {
            notes._notes.Add(note.Key, note.Value);
        }

        return notes;
    }

    /// <summary>Gives a part as it was read before if that still holds; else reads.</summary>
    /// <param name="part">What tells the part from others of the piece.</param>
    /// <param name="read">Reads, and says at which pieces of source it has looked, other than at declarations.</param>
    public T Of<T>(string part, Func<ICollection<SyntaxNode>, T> read) => Of((part, null), read, static _ => true);

    /// <summary>Gives a part that one of the declarations has, as <see cref="Of{T}(string, Func{ICollection{SyntaxNode}, T})"/> does.</summary>
    public T Of<T>(string part, SyntaxNode declaration, Func<ICollection<SyntaxNode>, T> read) => Of((part, around.Key(declaration)), read, static _ => true);

    /// <summary>Whether something holds of one of the declarations, which is remembered only if it does.</summary>
    public bool Holds(string part, SyntaxNode declaration, Func<ICollection<SyntaxNode>, bool> check) => Of((part, around.Key(declaration)), check, static holds => holds);

    private T Of<T>((string Part, SourceKey? Of) key, Func<ICollection<SyntaxNode>, T> read, Func<T, bool> isKept)
    {
        if (_notes.TryGetValue(key, out var note))
        {
            return (T)note.Value!;
        }

        var looked = new HashSet<SyntaxNode>();
        var value = read(looked);
        _anew.Add(key.Part);
        if (isKept(value))
        {
            _notes.Add(key, new(value, [.. around.Places(looked).Distinct()]));
        }

        return value;
    }

    private sealed record Note(object? Value, SourcePlace[] Looked);
}
