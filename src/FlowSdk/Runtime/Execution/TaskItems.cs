using FlowSdk.Generated;

namespace FlowSdk.Runtime.Execution;

/// <summary>The items of the foreachs around one attempt, decoded when asked for: a task reads only its own.</summary>
internal sealed class TaskItems(TaskAssignment task, FlowDefinition definition, ItemReader reader)
{
    private readonly object?[] _items = new object?[task.Frames.Count];
    private readonly bool[] _isRead = new bool[task.Frames.Count];

    public T Innermost<T>()
    {
        for (var depth = task.Frames.Count - 1; depth >= 0; depth--)
        {
            if (task.Frames[depth].Items is not null)
            {
                return (T)Item(depth)!;
            }
        }

        throw new FlowException(
            FlowErrors.InvalidTransition, $"Step '{definition.Steps[task.Step].Name}' takes an item, but no foreach is around it. Lead to it with ForEach.");
    }

    public ForEachFrame[] Frames()
    {
        var frames = new ForEachFrame[task.Frames.Count];
        for (var depth = 0; depth < frames.Length; depth++)
        {
            var frame = task.Frames[depth];
            frames[depth] = new(definition.Steps[frame.SplitStep].Name, frame.Index, frame.Count, frame.Items is null ? frame.Index : Item(depth));
        }

        return frames;
    }

    private object? Item(int depth)
    {
        lock (_isRead)
        {
            if (!_isRead[depth])
            {
                _items[depth] = reader.Read(task.Frames[depth]);
                _isRead[depth] = true;
            }

            return _items[depth];
        }
    }
}
