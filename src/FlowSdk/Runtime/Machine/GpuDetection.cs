using System.Globalization;

namespace FlowSdk.Runtime.Machine;

/// <summary>
/// Finds the GPUs that this process may use: those that <see cref="CountVariable"/> says, else those of an inherited
/// <see cref="DevicesVariable"/>, else those of the NVIDIA driver.
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="driver">Lists the unique names of the driver's devices, in the order in which they are numbered; "" where unknown.</param>
internal sealed class GpuDetection(Func<string, string?> environment, Func<IReadOnlyList<string>> driver)
{
    /// <summary>How many GPUs to pretend there are, named from "0" on.</summary>
    public const string CountVariable = "FLOWSDK_GPUS";

    /// <summary>The GPUs that CUDA lets a process see.</summary>
    public const string DevicesVariable = "CUDA_VISIBLE_DEVICES";

    public IReadOnlyList<Gpu> Detect()
    {
        if (environment(CountVariable) is { Length: > 0 } count)
        {
            return [.. Enumerable.Range(0, ParseCount(count)).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(id => new Gpu(id, id))];
        }

        if (environment(DevicesVariable) is not { } visible)
        {
            return [.. driver().Select((name, i) => Numbered(i, name))];
        }

        var ids = VisibleIds(visible);
        return ids.Count == 0 ? [] : Resolve(ids, driver());
    }

    private static int ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1024
            ? count
            : throw new FlowException(
                FlowErrors.InvalidOption,
                $"The environment variable {CountVariable} is '{text}', which is not a number of GPUs. Set it to a whole number from 0 to 1024, or remove it.");

    // CUDA takes the names up to the first that cannot be one, so "-1" or "NoDevFiles" mean none.
    private static List<string> VisibleIds(string visible) =>
        [.. visible.Split(',', StringSplitOptions.TrimEntries).TakeWhile(IsDeviceId).Distinct(StringComparer.Ordinal)];

    private static bool IsDeviceId(string id) =>
        IsNumber(id, out _) || id.StartsWith("GPU-", StringComparison.Ordinal) || id.StartsWith("MIG-", StringComparison.Ordinal);

    private static List<Gpu> Resolve(List<string> ids, IReadOnlyList<string> names) => ids.ConvertAll(id => new Gpu(id, Slot(id, names)));

    private static string Slot(string id, IReadOnlyList<string> names)
    {
        if (IsNumber(id, out var number))
        {
            return number < names.Count ? Numbered(number, names[number]).Slot : id;
        }

        // A unique name may be cut short, as long as it fits one device.
        return names.FirstOrDefault(n => n.StartsWith(id, StringComparison.OrdinalIgnoreCase)) ?? id;
    }

    private static Gpu Numbered(int number, string name)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new Gpu(id, name.Length > 0 ? name : id);
    }

    private static bool IsNumber(string id, out int number) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
