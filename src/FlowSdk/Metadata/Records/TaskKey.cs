namespace FlowSdk.Metadata;

/// <summary>
/// What a task is, independent of when it ran: the step, how often the step ran before in the same frame, and the frame: the
/// task that split and the index of the item or branch. The key of the splitting task is the rest of the key.
/// </summary>
/// <param name="Step">The step's number.</param>
/// <param name="Visit">The number of earlier tasks of this step in the same frame; above 0 in loops only.</param>
/// <param name="SplitTaskId">The id of the innermost splitting task, or 0 outside all splits. Task ids start at 1.</param>
/// <param name="Index">The index of the item, gang member or branch in that split; 0 outside all splits.</param>
internal readonly record struct TaskKey(int Step, int Visit, long SplitTaskId, int Index);
