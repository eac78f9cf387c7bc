using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>What is known of an artifact at compile time. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ArtifactInfo
{
    private protected ArtifactInfo(string name, string typeName) => (Name, TypeName) = (name, typeName);

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The declared type, as C# writes it, with namespaces.</summary>
    public string TypeName { get; }

    /// <summary>Whether steps promise not to change loaded values in place.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the type is nullable, so that the artifact reads as null when it was never set.</summary>
    public bool IsNullable { get; init; }
}

/// <summary>What is known of an artifact at compile time. Used by generated code.</summary>
/// <typeparam name="T">The artifact's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArtifactInfo<T>(string name, string typeName) : ArtifactInfo(name, typeName)
{
    /// <summary>The codec named by an <see cref="ArtifactCodecAttribute"/> on the property; else null, and the type's own is used.</summary>
    public IArtifactCodec<T>? CustomCodec { get; init; }
}
