namespace FlowSdk.Storage;

/// <summary>What came of reading a part of an object.</summary>
/// <param name="Count">How many bytes were read; 0 at or beyond the end.</param>
/// <param name="Object">The object that they are of.</param>
public readonly record struct ObjectRead(int Count, ObjectInfo Object);
