using System.Globalization;

namespace FlowSdk.Runtime.Machine;

/// <summary>Compares what the steps of a flow ask for with what the machine has, before anything runs.</summary>
internal static class MachineCheck
{
    /// <param name="flow">The name of the flow.</param>
    /// <param name="steps">What its steps ask for.</param>
    /// <param name="machine">The machine; its GPUs are looked for only if a step asks for some.</param>
    /// <param name="withoutGpu">Whether the steps run without the GPUs that they ask for.</param>
    public static IReadOnlyList<MachineFinding> Check(string flow, IEnumerable<StepSettings> steps, MachineResources machine, bool withoutGpu)
    {
        List<MachineFinding> findings = [];
        foreach (var step in steps)
        {
            if (step.Resources is { } wanted)
            {
                Check($"{flow}/{step.Name}", wanted, machine, withoutGpu, findings);
            }
        }

        return findings;
    }

    private static void Check(string step, ResourcesAttribute wanted, MachineResources machine, bool withoutGpu, List<MachineFinding> findings)
    {
        if (wanted.Gpu > 0 && !withoutGpu && wanted.Gpu > machine.Gpus.Count)
        {
            findings.Add(new MachineFinding(FlowErrors.NotEnoughGpus, IsError: true, Invariant(
                $"Step {step} needs {wanted.Gpu} GPU(s) and this machine has {machine.Gpus.Count}. Run it where there are enough, or pass --without-gpu to run its steps without any.")));
        }

        if (wanted.Cpu > machine.LogicalProcessors)
        {
            findings.Add(Warning(step, Invariant($"{wanted.Cpu} logical processors"), Invariant($"{machine.LogicalProcessors}")));
        }

        if (wanted.MemoryMb > machine.MemoryMb)
        {
            findings.Add(Warning(step, Invariant($"{wanted.MemoryMb} MiB of memory"), Invariant($"{machine.MemoryMb}")));
        }
    }

    private static MachineFinding Warning(string step, string wanted, string available) => new(
        FlowErrors.MoreThanTheMachineHas,
        IsError: false,
        $"Step {step} asks for {wanted} and this machine has {available}. Each of its tasks runs when nothing else uses any of that.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
