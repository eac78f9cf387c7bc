using FlowSdk.Metadata;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime.Execution;

/// <summary>Assignments from what the scheduler starts.</summary>
internal static class TaskAssignments
{
    public static TaskAssignment Of(TaskStart start, Gang? gang, IReadOnlyList<string> gpus) => new()
    {
        TaskId = start.TaskId,
        Step = start.Key.Step,
        Attempt = start.Attempt,
        Frames = FramesOf(start.Frame),
        Artifacts = start.Join is { } join ? (join.Positions.Count == 0 ? join.Split.Artifacts : null) : start.Parent?.Artifacts,
        Join = start.Join is { } closed ? new AssignedJoin(closed.Positions, closed.FirstSteps) : null,
        Gang = gang,
        CatchArtifact = start.CatchArtifact,
        Gpus = gpus,
    };

    private static AssignedFrame[] FramesOf(TaskFrame? innermost)
    {
        var count = 0;
        for (var frame = innermost; frame is not null; frame = frame.Outer)
        {
            count += IsShown(frame) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var frames = new AssignedFrame[count];
        for (var frame = innermost; frame is not null; frame = frame.Outer)
        {
            if (IsShown(frame))
            {
                var transition = frame.Transition;
                frames[--count] = new(frame.SplitStep, transition.Targets[0], frame.Index, transition.Count, ChunkOf(transition.Items, frame.Index));
            }
        }

        return frames;
    }

    private static bool IsShown(TaskFrame frame) => frame.Transition.Kind is TransitionKind.ForEach or TransitionKind.Gang;

    private static ItemChunk? ChunkOf(IReadOnlyList<ItemChunk> chunks, int item)
    {
        var (low, high) = (0, chunks.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var chunk = chunks[middle];
            if (item < chunk.First)
            {
                high = middle - 1;
            }
            else if (item >= chunk.First + chunk.Count)
            {
                low = middle + 1;
            }
            else
            {
                return chunk;
            }
        }

        return null;
    }
}
