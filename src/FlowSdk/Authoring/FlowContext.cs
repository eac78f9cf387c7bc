namespace FlowSdk;

/// <summary>What a step can know of the task that it runs as.</summary>
public abstract class FlowContext
{
    private protected FlowContext()
    {
    }

    /// <summary>The name of the flow's class.</summary>
    public abstract string FlowName { get; }

    /// <summary>The run's id.</summary>
    public abstract string RunId { get; }

    /// <summary>The name of the step.</summary>
    public abstract string StepName { get; }

    /// <summary>The task's id, a decimal number, unique within the run.</summary>
    public abstract string TaskId { get; }

    /// <summary>The attempt at this task, from 0.</summary>
    public abstract int Attempt { get; }

    /// <summary>The task's path: flow, run, step and task, with slashes between.</summary>
    public abstract string PathSpec { get; }

    /// <summary>The run that this one resumes, or null.</summary>
    public abstract string? OriginRunId { get; }

    /// <summary>The name of the user who started the run.</summary>
    public abstract string UserName { get; }

    /// <summary>The tags with which the run was started, without duplicates.</summary>
    public abstract IReadOnlyList<string> Tags { get; }

    /// <summary>The foreachs around this task, outermost first.</summary>
    public abstract IReadOnlyList<ForEachFrame> ForEach { get; }

    /// <summary>The GPUs given to this task, as <c>CUDA_VISIBLE_DEVICES</c> names them.</summary>
    public abstract IReadOnlyList<string> Gpus { get; }

    /// <summary>An empty directory of this attempt's own, made when first asked for and deleted after the attempt.</summary>
    public abstract string TempDirectory { get; }
}
