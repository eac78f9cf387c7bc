namespace FlowSdk.Runtime.Workers;

/// <summary>The attempts that wait for a worker of one profile, and the workers of that profile that wait for an attempt. For the pool, under its lock.</summary>
internal sealed class WorkerQueue(WorkerProfile profile)
{
    private readonly LinkedList<WaitingUnit> _waiting = [];

    public WorkerProfile Profile { get; } = profile;

    /// <summary>The last one is the warmest.</summary>
    public List<Worker> Idle { get; } = [];

    /// <summary>How many workers are starting.</summary>
    public int Starting { get; set; }

    /// <summary>How many attempts wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many workers the first unit lacks that those which wait or start do not suffice for; 0 if they suffice for all.</summary>
    public int Lacking
    {
        get
        {
            var available = Idle.Count + Starting;
            foreach (var unit in _waiting)
            {
                if (unit.IsWhole && (available -= unit.Members.Count) < 0)
                {
                    return -available;
                }
            }

            return 0;
        }
    }

    /// <summary>Adds an attempt; the members of a gang come one after another, in order.</summary>
    public void Enqueue(RunningAttempt attempt, Gang? gang)
    {
        if (gang is null or { Index: 0 })
        {
            _waiting.AddLast(new WaitingUnit(gang));
        }

        _waiting.Last!.Value.Members.Add((attempt, gang));
        Waiting++;
    }

    /// <summary>Takes the first unit out if there is an idle worker for each of its members.</summary>
    public WaitingUnit? TryTakeUnit()
    {
        if (_waiting.First?.Value is not { IsWhole: true } unit || unit.Members.Count > Idle.Count)
        {
            return null;
        }

        _waiting.RemoveFirst();
        Waiting -= unit.Members.Count;
        return unit;
    }

    public Worker TakeIdle()
    {
        var worker = Idle[^1];
        Idle.RemoveAt(Idle.Count - 1);
        return worker;
    }

    /// <summary>Takes the attempt out that waits the longest.</summary>
    public RunningAttempt TakeFirst()
    {
        var attempt = _waiting.First!.Value.Members[0].Attempt;
        Remove(attempt);
        return attempt;
    }

    /// <summary>Takes an attempt out; false if it does not wait here.</summary>
    public bool Remove(RunningAttempt attempt)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (node.Value.Members.RemoveAll(member => ReferenceEquals(member.Attempt, attempt)) == 0)
            {
                continue;
            }

            Waiting--;
            if (node.Value.Members.Count == 0)
            {
                _waiting.Remove(node);
            }

            return true;
        }

        return false;
    }
}
