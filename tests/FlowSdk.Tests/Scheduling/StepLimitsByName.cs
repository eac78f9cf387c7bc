using FlowSdk.Graph;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

/// <summary>What steps need, by name; those not named need nothing but a worker.</summary>
internal sealed class StepLimitsByName(FlowGraph graph)
{
    private readonly StepLimits[] _steps = [.. graph.Nodes.Select(_ => new StepLimits { Cpu = 0 })];

    public IReadOnlyList<StepLimits> Steps => _steps;

    public StepLimits this[string name]
    {
        set => _steps[graph.Nodes.Index().First(n => n.Item.Name == name).Index] = value;
    }
}
