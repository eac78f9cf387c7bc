namespace FlowSdk;

/// <summary>Behaviour around a step: derive from it, override <see cref="InvokeAsync"/>, and mark steps, or a flow for all its steps, with it.</summary>
/// <remarks>
/// Filters run where the step runs, within its timeout, at each attempt. Those of the flow surround those of the step; of several
/// in one place, the first is the outermost. One object serves all tasks of a process, so it keeps nothing of a task in itself.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public abstract class StepFilterAttribute : Attribute
{
    /// <summary>Surrounds the step. Await <paramref name="next"/> to have it run, catch what it throws, or leave it out to skip the step.</summary>
    /// <param name="context">The attempt, and ways to name a transition.</param>
    /// <param name="next">The next filter, or the step.</param>
    /// <returns>
    /// Where the flow goes on: what <paramref name="next"/> gave, or a transition that <paramref name="context"/> makes. Null stands
    /// for the only transition of a step that has no other, to one step or a branch, and for the end.
    /// </returns>
    public abstract ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next);
}
