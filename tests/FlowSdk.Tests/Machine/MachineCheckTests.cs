using FlowSdk.Runtime;
using FlowSdk.Runtime.Machine;

namespace FlowSdk.Tests.Machine;

public sealed class MachineCheckTests
{
    [Fact]
    public void A_step_that_needs_more_gpus_than_there_are_is_an_error() =>
        Check(new ResourcesAttribute { Gpu = 2 }, gpus: 1).ShouldBe(
            [
                new MachineFinding(
                    "FLOW1402",
                    IsError: true,
                    "Step F/A needs 2 GPU(s) and this machine has 1. Run it where there are enough, or pass --without-gpu to run its steps without any."),
            ]);

    [Fact]
    public void Without_gpu_it_is_none() => Check(new ResourcesAttribute { Gpu = 2 }, gpus: 1, withoutGpu: true).ShouldBeEmpty();

    [Fact]
    public void More_processors_or_memory_than_there_are_is_a_warning() =>
        Check(new ResourcesAttribute { Cpu = 4.5, MemoryMb = 9000 }, gpus: 0).ShouldBe(
            [
                new MachineFinding(
                    "FLOW1403", IsError: false, "Step F/A asks for 4.5 logical processors and this machine has 4. Each of its tasks runs when nothing else uses any of that."),
                new MachineFinding(
                    "FLOW1403", IsError: false, "Step F/A asks for 9000 MiB of memory and this machine has 8000. Each of its tasks runs when nothing else uses any of that."),
            ]);

    [Fact]
    public void What_fits_is_fine() => Check(new ResourcesAttribute { Cpu = 4, MemoryMb = 8000, Gpu = 1 }, gpus: 1).ShouldBeEmpty();

    [Fact]
    public void Gpus_are_not_looked_for_when_no_step_asks_for_any()
    {
        var machine = new MachineResources(4, 8000, () => throw new InvalidOperationException("GPUs were looked for."));

        MachineCheck.Check("F", Steps(new ResourcesAttribute { Cpu = 1 }), machine, withoutGpu: false).ShouldBeEmpty();
        MachineCheck.Check("F", Steps(new ResourcesAttribute { Gpu = 1 }), machine, withoutGpu: true).ShouldBeEmpty();
    }

    [Fact]
    public void This_machine_has_processors_and_memory()
    {
        var machine = MachineResources.Detect();

        machine.LogicalProcessors.ShouldBeGreaterThan(0);
        machine.MemoryMb.ShouldBeGreaterThan(64);
    }

    private static IReadOnlyList<MachineFinding> Check(ResourcesAttribute wanted, int gpus, bool withoutGpu = false) =>
        MachineCheck.Check("F", Steps(wanted), new MachineResources(4, 8000, () => [.. Enumerable.Range(0, gpus).Select(i => new Gpu($"{i}", $"{i}"))]), withoutGpu);

    private static StepSettings[] Steps(ResourcesAttribute wanted) => [new() { Name = "Start" }, new() { Name = "A", Resources = wanted }];
}
