using System.Globalization;

namespace FlowSdk.Bench;

/// <summary>One measured number beside its floor: what the same would cost without FlowSdk.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The median.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Floor">The floor, or null where there is none.</param>
/// <param name="Wanted">The figure to reach.</param>
internal sealed record Figure(string What, double Measured, string Unit, double? Floor, string Wanted)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{What,-44} {Text(Measured),16} {(Floor is { } floor ? Text(floor) : ""),16} {(Floor is { } f ? $"{Measured / f:0.00}x" : ""),8}   {Wanted}");

    private string Text(double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{(value < 10 ? $"{value:0.000}" : $"{value:#,0}")} {Unit}");
}
