namespace FlowSdk;

/// <summary>Lists the types that a value of the marked base class or interface may have, so that it can be persisted.</summary>
/// <param name="types">The concrete types, each derived from or implementing the marked one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class ArtifactUnionAttribute(params Type[] types) : Attribute
{
    /// <summary>The concrete types.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
