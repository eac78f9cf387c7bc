using FlowSdk.Runtime.Machine;

namespace FlowSdk.Tests.Machine;

public sealed class GpuDetectionTests
{
    private static readonly string[] TwoGpus = ["GPU-aa11", "GPU-bb22"];

    [Fact]
    public void The_count_variable_overrides_what_there_is() =>
        Detect(("FLOWSDK_GPUS", "3"), ("CUDA_VISIBLE_DEVICES", "1")).ShouldBe(["0=0", "1=1", "2=2"]);

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("1025")]
    public void A_count_that_is_none_is_refused(string count) =>
        Should.Throw<FlowException>(() => Detect(("FLOWSDK_GPUS", count))).Message.ShouldBe(
            $"The environment variable FLOWSDK_GPUS is '{count}', which is not a number of GPUs. Set it to a whole number from 0 to 1024, or remove it.");

    [Fact]
    public void All_devices_of_the_driver_are_used_by_default() => Detect().ShouldBe(["0=GPU-aa11", "1=GPU-bb22"]);

    [Theory]
    [InlineData("1", "1=GPU-bb22")]
    [InlineData("1, 0", "1=GPU-bb22 0=GPU-aa11")]
    [InlineData("GPU-bb", "GPU-bb=GPU-bb22")]
    [InlineData("7", "7=7")]
    [InlineData("MIG-77", "MIG-77=MIG-77")]
    [InlineData("0,-1,1", "0=GPU-aa11")]
    [InlineData("-1", "")]
    [InlineData("", "")]
    [InlineData("NoDevFiles", "")]
    public void Inherited_devices_limit_what_is_used_and_share_their_locks_however_they_are_named(string visible, string expected) =>
        string.Join(' ', Detect(("CUDA_VISIBLE_DEVICES", visible))).ShouldBe(expected);

    [Fact]
    public void The_driver_is_not_asked_when_no_device_is_visible()
    {
        var detection = new GpuDetection(
            name => name == "CUDA_VISIBLE_DEVICES" ? "" : null, () => throw new InvalidOperationException("The driver was asked."));

        detection.Detect().ShouldBeEmpty();
    }

    [Fact]
    public void The_files_of_the_driver_are_read_in_the_order_of_the_bus()
    {
        using var folder = new TemporaryFolder();
        Device(folder, "0000:8a:00.0", "GPU UUID: \t GPU-bb22\nDevice Minor: \t 1\n");
        Device(folder, "0000:04:00.0", "Model: \t NVIDIA H200\nGPU UUID: \t GPU-????????\nDevice Minor: \t 0\n");
        Device(folder, "0000:c4:00.0", "GPU UUID: \t GPU-cc33\nDevice Minor: \t 2\n");
        File.WriteAllText(Path.Combine(folder.Path, "nvidia0"), "");
        File.WriteAllText(Path.Combine(folder.Path, "nvidia1"), "");

        NvidiaDriver.ReadDirectory(Path.Combine(folder.Path, "gpus"), folder.Path).ShouldBe(["", "GPU-bb22"]);
    }

    [Fact]
    public void The_list_of_the_drivers_tool_is_read() =>
        NvidiaDriver.ParseList("GPU 0: NVIDIA H200 (UUID: GPU-aa11)\n  MIG 1g.5gb Device 0: (UUID: MIG-1)\nGPU 1: NVIDIA H200\r\n").ShouldBe(["GPU-aa11", ""]);

    private static string[] Detect(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(v => v.Name, v => v.Value);
        return [.. new GpuDetection(environment.GetValueOrDefault, () => TwoGpus).Detect().Select(g => $"{g.Id}={g.Slot}")];
    }

    private static void Device(TemporaryFolder folder, string address, string information)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder.Path, "gpus", address));
        File.WriteAllText(Path.Combine(directory.FullName, "information"), information);
    }
}
