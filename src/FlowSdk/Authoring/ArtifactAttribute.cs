namespace FlowSdk;

/// <summary>Marks a partial property of a <see cref="Flow"/> as data that is kept and travels along the graph.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArtifactAttribute : Attribute
{
    /// <summary>
    /// Promises that steps do not change a loaded value in place, so that it is never compared again at the end of a task.
    /// False by default. Has no effect on values of immutable types.
    /// </summary>
    public bool ReadOnly { get; set; }
}
