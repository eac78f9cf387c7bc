namespace FlowSdk.Storage;

/// <summary>Waits for a store where there is nothing to await in: property getters load artifacts. A local store has always completed already.</summary>
internal static class Waiting
{
    public static T Wait<T>(this ValueTask<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();
}
