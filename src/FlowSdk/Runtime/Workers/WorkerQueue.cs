namespace FlowSdk.Runtime.Workers;

/// <summary>The attempts that wait for a worker of one profile, and the workers of that profile that wait for an attempt. For the pool, under its lock.</summary>
internal sealed class WorkerQueue(WorkerProfile profile)
{
    private readonly LinkedList<(RunningAttempt Attempt, Gang? Gang)> _waiting = [];

    public WorkerProfile Profile { get; } = profile;

    /// <summary>The last one is the warmest.</summary>
    public List<Worker> Idle { get; } = [];

    /// <summary>How many workers are starting.</summary>
    public int Starting { get; set; }

    public int Waiting => _waiting.Count;

    public void Enqueue(RunningAttempt attempt, Gang? gang) => _waiting.AddLast((attempt, gang));

    public (RunningAttempt Attempt, Gang? Gang) Dequeue()
    {
        var first = _waiting.First!.Value;
        _waiting.RemoveFirst();
        return first;
    }

    /// <summary>Takes an attempt out; false if it does not wait here.</summary>
    public bool Remove(RunningAttempt attempt)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Value.Attempt, attempt))
            {
                _waiting.Remove(node);
                return true;
            }
        }

        return false;
    }
}
