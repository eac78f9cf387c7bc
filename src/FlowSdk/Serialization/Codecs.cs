using System.ComponentModel;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

/// <summary>The codec of a type. Generated code registers, in a module initializer, every type that the compilation persists.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Codecs<T>
{
    private static Func<Codec<T>>? _factory;
    private static Codec<T>? _instance;

    /// <summary>The codec, made when first asked for.</summary>
    /// <exception cref="FlowException">No generated code has registered one.</exception>
    public static Codec<T> Instance => _instance ??= _factory?.Invoke() ?? ScalarCodecs.Create<T>() ?? throw new FlowException(
        FlowErrors.ArtifactNotPersistable,
        $"No codec was generated for {typeof(T)}. It must be the type of an artifact, of a parameter, of a foreach item, or of a ReadAsync call in this program.");

    /// <summary>Registers the codec; the first registration stays.</summary>
    /// <param name="factory">Makes it.</param>
    public static void Register(Func<Codec<T>> factory) => _factory ??= factory;
}
