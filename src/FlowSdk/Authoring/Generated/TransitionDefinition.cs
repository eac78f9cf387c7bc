using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>A transition that a step's body can return. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TransitionDefinition
{
    private TransitionDefinition(TransitionKind kind, string[] targets) => (Kind, Targets) = (kind, targets);

    /// <summary>The names of the steps that it leads to; one, save for a branch.</summary>
    public IReadOnlyList<string> Targets { get; }

    internal TransitionKind Kind { get; }

    /// <summary>For a foreach, reads the items' type; else null.</summary>
    internal ItemType? ItemType { get; private init; }

    /// <summary>A transition to one step.</summary>
    /// <param name="target">The step's name.</param>
    /// <returns>The transition.</returns>
    public static TransitionDefinition Linear(string target) => new(TransitionKind.Linear, [target]);

    /// <summary>A transition to several steps, all of which run.</summary>
    /// <param name="targets">The steps' names.</param>
    /// <returns>The transition.</returns>
    public static TransitionDefinition Branch(params string[] targets) => new(TransitionKind.Branch, targets);

    /// <summary>A transition to one task of a step for each item.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="target">The step's name.</param>
    /// <returns>The transition.</returns>
    public static TransitionDefinition ForEach<T>(string target) =>
        new(TransitionKind.ForEach, [target]) { ItemType = new ItemType<T>() };

    /// <summary>A transition to a gang.</summary>
    /// <param name="target">The step's name.</param>
    /// <returns>The transition.</returns>
    public static TransitionDefinition Gang(string target) => new(TransitionKind.Gang, [target]);
}
