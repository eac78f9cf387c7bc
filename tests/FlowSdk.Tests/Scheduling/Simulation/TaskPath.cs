namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>What a task is, whatever its id: the path of its splits, the step, the visit.</summary>
internal static class TaskPath
{
    /// <summary>A number that depends on the path and a salt only, so that a task decides the same in every run; FNV-1a.</summary>
    public static uint Hash(string path, int salt)
    {
        var hash = 2166136261u ^ (uint)salt;
        foreach (var c in path)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 15;
        return (hash * 2246822519u) ^ (hash >> 13);
    }
}
