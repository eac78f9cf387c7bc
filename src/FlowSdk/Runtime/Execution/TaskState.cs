using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Runtime.Execution;

/// <summary>The artifacts of one attempt, in its flow object: what it begins with, and what it leaves.</summary>
internal sealed class TaskState
{
    private readonly Flow _flow;
    private readonly TaskAssignment _task;
    private readonly ArtifactStore _artifacts;
    private readonly ArtifactTable? _before;

    /// <summary>Gives a flow object the artifacts that its task starts with.</summary>
    public TaskState(Flow flow, TaskAssignment task, ArtifactStore artifacts)
    {
        (_flow, _task, _artifacts) = (flow, task, artifacts);
        _before = task.Join is null ? task.Artifacts : null;
        if (_before is not null)
        {
            flow.Accept(new ArtifactHydration(_before));
        }
    }

    /// <summary>Keeps what a step that succeeded has left. The artifact of its failure is null from now on.</summary>
    public IReadOnlyList<ArtifactChange> Collect()
    {
        if (_task.CatchArtifact is { } artifact)
        {
            _flow.Accept(new ArtifactReset(artifact));
        }

        return Keep();
    }

    /// <summary>Keeps what a step has set before it failed, should the failure be caught.</summary>
    public TaskResult.Failure AddTo(TaskResult.Failure failure)
    {
        try
        {
            return failure with { Changes = Keep() };
        }
        catch (Exception second)
        {
            var reason = failure.Reason;
            return failure with
            {
                Reason = reason with { Message = $"{reason.Message}{Environment.NewLine}What the step had set could not be kept: {StepFailures.MessageOf(second)}" },
            };
        }
    }

    private IReadOnlyList<ArtifactChange> Keep()
    {
        var collection = new ArtifactCollection(_before, _artifacts);
        _flow.Accept(collection);
        return collection.Changes;
    }
}
