using FlowSdk.Generators.Memory;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>What is remembered of the bodies of a flow's members, each part for as long as the bodies that it was read from stay as they are.</summary>
/// <remarks>The parts are not read one within another: of each is put down at which bodies it looks itself.</remarks>
internal sealed class BodyNotes(ReadNotes notes, FlowBodies bodies)
{
    /// <summary>Gives a part of what is known of a member as it was read before if that still holds; else reads.</summary>
    public T Of<T>(string part, ISymbol member, Func<T> read) =>
        Declaration(member) is { } declaration ? notes.Of(part, declaration, looked => Watch(looked, read)) : read();

    /// <summary>Whether something holds of a member, which is remembered only if it does.</summary>
    public bool Holds(string part, ISymbol member, Func<bool> check) =>
        Declaration(member) is { } declaration ? notes.Holds(part, declaration, looked => Watch(looked, check)) : check();

    private T Watch<T>(ICollection<SyntaxNode> looked, Func<T> read)
    {
        var before = bodies.Looked;
        bodies.Looked = looked;
        var value = read();
        bodies.Looked = before;
        return value;
    }

    /// <summary>Where a member is declared in this project; null if it is of another, whose source an editor may show.</summary>
    private SyntaxNode? Declaration(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault(r => bodies.Compilation.ContainsSyntaxTree(r.SyntaxTree))?.GetSyntax(bodies.Cancellation);
}
