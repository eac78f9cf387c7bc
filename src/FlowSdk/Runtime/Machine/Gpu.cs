namespace FlowSdk.Runtime.Machine;

/// <summary>A GPU that this process may use.</summary>
/// <param name="Id">As <c>CUDA_VISIBLE_DEVICES</c> names it.</param>
/// <param name="Slot">The name under which it is locked: the same for all programs of the machine, however they name the device.</param>
internal sealed record Gpu(string Id, string Slot);
