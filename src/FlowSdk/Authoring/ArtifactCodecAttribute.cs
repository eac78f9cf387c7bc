namespace FlowSdk;

/// <summary>Names the codec that persists a type, or one artifact, instead of the generated one.</summary>
/// <param name="codec">A type with a public parameterless constructor that implements <see cref="IArtifactCodec{T}"/> of the type or of the artifact's type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Property)]
public sealed class ArtifactCodecAttribute(Type codec) : Attribute
{
    /// <summary>The codec's type.</summary>
    public Type Codec { get; } = codec;
}
