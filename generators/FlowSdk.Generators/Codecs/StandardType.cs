namespace FlowSdk.Generators.Codecs;

/// <summary>A generic type that the library has a codec of.</summary>
/// <param name="Factory">The factory's name, which takes the same type arguments.</param>
/// <param name="HasRaw">Whether there is one for numbers too, whose name begins with Raw.</param>
/// <param name="IsImmutable">Whether it cannot be changed in place if its elements cannot.</param>
internal sealed record StandardType(string Factory, bool HasRaw = false, bool IsImmutable = false);
