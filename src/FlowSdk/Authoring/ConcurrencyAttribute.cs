namespace FlowSdk;

/// <summary>Limits how many tasks of a step run at the same time in one run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConcurrencyAttribute : Attribute
{
    /// <summary>Tasks at a time, 1 or more. Default <see cref="int.MaxValue"/>: no limit.</summary>
    public int Max { get; set; } = int.MaxValue;
}
