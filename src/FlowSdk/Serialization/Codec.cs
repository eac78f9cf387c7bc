using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Turns values of one type into MessagePack and back. Generated code derives from it.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Codec<T>
{
    /// <summary>Whether values cannot be changed in place, all that they refer to included.</summary>
    public virtual bool IsImmutable => false;

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value; null is written as nil.</param>
    public abstract void Write(ref MessagePackWriter writer, T value);

    /// <summary>Reads a value.</summary>
    /// <param name="reader">Where from.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FlowException">The bytes are not such a value.</exception>
    public abstract T Read(ref MessagePackReader reader);
}
