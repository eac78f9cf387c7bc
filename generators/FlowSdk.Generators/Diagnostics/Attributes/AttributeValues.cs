using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Numbers in the attributes of steps are in range.</summary>
internal static class AttributeValues
{
    public static void Check(AttributeData attribute, string name, FlowInspection inspection)
    {
        var isRight = true;
        foreach (var argument in attribute.NamedArguments.Where(a => a.Value.Kind != TypedConstantKind.Array))
        {
            if (Wrong(name, argument.Key, argument.Value.Value) is { } reason)
            {
                isRight = false;
                inspection.Report(AttributeDiagnostics.Value, AttributePlaces.Of(attribute, argument.Key, inspection.Cancellation), name, reason);
            }
        }

        if (isRight && WrongTogether(name, attribute) is { } problem)
        {
            inspection.Report(AttributeDiagnostics.Value, AttributePlaces.Of(attribute), name, problem);
        }
    }

    private static string? Wrong(string attribute, string argument, object? value) => (attribute, argument, value) switch
    {
        ("Retry", "Times", < 0) => "cannot try fewer than 0 times more. Write Times = 0 for no retry.",
        ("Retry", "DelaySeconds" or "MaxDelaySeconds", double seconds) when !IsTime(seconds, argument) => $"waits {argument}, which has to be from 0 to {Most(argument)}.",
        ("Timeout", _, double time) when !IsTime(time, argument) => $"counts {argument}, which have to be from 0 to {Most(argument)}.",
        ("Resources", "Cpu", double cpu) when !(cpu > 0) || double.IsInfinity(cpu) => "needs some processor time: Cpu is greater than 0, and may be a fraction.",
        ("Resources", "MemoryMb" or "DiskMb" or "Gpu", < 0) => $"cannot ask for less than nothing: {argument} is 0 or more.",
        ("Concurrency", "Max", < 1) => "lets no task of the step run: Max is 1 or more.",
        _ => null,
    };

    private static string? WrongTogether(string name, AttributeData attribute) => name switch
    {
        "Timeout" when attribute.NamedArguments.All(a => a.Value.Value is 0.0) =>
            "allows no time at all, so every attempt would end at once. Give Hours, Minutes or Seconds.",
        "Timeout" when attribute.NamedArguments.Sum(a => a.Value.Value is double time ? time / Most(a.Key) : 0) > 1 =>
            $"allows more time than can be told: all together, it has to be at most {Most("Seconds")} seconds.",
        "Retry" when Setting(attribute, "MaxDelaySeconds") is double most && Setting(attribute, "DelaySeconds") is double delay && delay > most =>
            "waits longer before the first retry than it may wait at all. Let MaxDelaySeconds be at least DelaySeconds.",
        "Resources" when Setting(attribute, "GpuType") is not null && Setting(attribute, "Gpu") is (null or 0) =>
            "names a GpuType but asks for no GPU. Add Gpu = 1.",
        _ => null,
    };

    private static bool IsTime(double value, string unit) => value >= 0 && value <= Most(unit);

    /// <summary>How many of a unit a <see cref="TimeSpan"/> can be, which is what the run makes of them.</summary>
    private static long Most(string unit) => long.MaxValue / unit switch
    {
        "Hours" => TimeSpan.TicksPerHour,
        "Minutes" => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };

    private static object? Setting(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name && a.Value.Kind != TypedConstantKind.Array).Value.Value;
}
