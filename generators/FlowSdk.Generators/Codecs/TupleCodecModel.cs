namespace FlowSdk.Generators.Codecs;

/// <summary>A tuple: an array of its elements, however many there are.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsValueType">Whether it is a value tuple.</param>
/// <param name="Elements">The types of the elements.</param>
/// <param name="Accesses">How each element is read, such as <c>Rest.Item1</c>.</param>
/// <param name="Creation">The expression that makes a tuple of the local variables <c>m0</c>, <c>m1</c>, …</param>
internal sealed record TupleCodecModel(string Type, bool IsValueType, ValueList<string> Elements, ValueList<string> Accesses, string Creation) : CodecModel(Type);
