namespace FlowSdk;

/// <summary>Marks an instance method of a <see cref="Flow"/> as a step, a node of its graph.</summary>
/// <remarks>
/// A step returns <see cref="Next"/>, <c>Task&lt;Next&gt;</c> or <c>ValueTask&lt;Next&gt;</c>; the end of the flow returns
/// <c>void</c>, <c>Task</c> or <c>ValueTask</c>. The start is the one step that no other step points at.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StepAttribute : Attribute;
