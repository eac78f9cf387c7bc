using System.Runtime.CompilerServices;

namespace FlowSdk.Serialization;

/// <summary>Watches an object graph that has become deep, to tell a cycle from a mere depth.</summary>
internal sealed class DeepPath
{
    /// <summary>How deep values may be nested, when written and when read.</summary>
    public const int Limit = 500;

    /// <summary>From here on objects are remembered: nearly all values end before.</summary>
    public const int Watched = 64;

    private readonly object?[] _objects = new object?[Limit + 1];

    public void Enter(int depth, object? instance)
    {
        if (depth <= Limit && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _objects[depth] = instance;
            return;
        }

        // What is at the end of a cycle stands on the way to it too.
        var isCycle = instance is not null && Array.FindIndex(_objects, Watched, depth - Watched, o => ReferenceEquals(o, instance)) >= 0;
        throw isCycle
            ? new EncodingException(FlowErrors.ArtifactCycle, $"an object of type {instance!.GetType()} contains itself, so that its encoding would never end. Store an index or a name instead of the reference")
            : new EncodingException(FlowErrors.ArtifactTooDeep, $"values are nested more than {Math.Min(depth - 1, Limit)} levels deep. Store a list of the nodes and their links instead");
    }
}
