using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>Counts, apart from the scheduler and in its own way, what the running tasks use, and checks it against the limits.</summary>
internal sealed class LimitCheck(SchedulerOptions options)
{
    private readonly List<TaskStart> _running = [];

    public void Start(TaskStart start)
    {
        _running.Add(start);
        var limits = options.Steps[start.Key.Step];
        var members = start.Gang?.Count ?? 1;

        // While members of a gang are being started the sum is not complete; it only grows, so it is checked at each.
        if (_running.Count > options.MaxWorkers)
        {
            AreOneUnit(_running).ShouldBeTrue("A gang wider than the run runs alone.");
        }

        Within(s => s.Cpu, options.Cpus);
        Within(s => s.MemoryMb, options.MemoryMb);
        Sum(s => s.Gpu).ShouldBeLessThanOrEqualTo(options.Gpus);
        _running.Count(s => s.Key.Step == start.Key.Step).ShouldBeLessThanOrEqualTo(Math.Max(members, limits.MaxConcurrency));
    }

    public void End(TaskStart start) => _running.Remove(start);

    // What needs more than there is has it for itself.
    private void Within(Func<StepLimits, double> amount, double total)
    {
        if (Sum(amount) > total + 1e-9)
        {
            AreOneUnit([.. _running.Where(s => amount(options.Steps[s.Key.Step]) > 0)]).ShouldBeTrue("Limits are kept.");
        }
    }

    private static bool AreOneUnit(List<TaskStart> tasks) =>
        tasks.Count == 1 || tasks.All(t => t.Gang is not null && t.Gang.GangId == tasks[0].Gang?.GangId);

    private double Sum(Func<StepLimits, double> amount) => _running.Sum(s => amount(options.Steps[s.Key.Step]));
}
