using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Hosting;
using FlowSdk.Runtime;

namespace FlowSdk.CommandLine;

/// <summary>What holds for each step of a run when <c>--with</c> adds attributes to those that do not carry them.</summary>
internal static class StepAdditions
{
    private static readonly StepAddition[] _known =
    [
        new("retry", ["times", "delay-seconds", "backoff", "max-delay-seconds"], Retry),
        new("timeout", ["hours", "minutes", "seconds"], Timeout),
        new("catch", ["artifact"], Catch),
        new("resources", ["cpu", "memory-mb", "disk-mb", "gpu", "gpu-type"], Resources),
        new("concurrency", ["max"], Concurrency),
        new("environment-variable", null, EnvironmentVariable),
    ];

    /// <summary>Applies the additions, in the order in which they were given.</summary>
    /// <exception cref="UsageException">One is unknown or wrong; the message says what there is.</exception>
    public static IReadOnlyList<StepSettings> Apply(FlowDefinition definition, IReadOnlyList<string> additions)
    {
        StepSettings[] steps = [.. definition.Steps.Select(StepSettings.Of)];
        foreach (var text in additions.Select(AdditionText.Parse))
        {
            var add = Find(text).Create(text, definition);
            for (var i = 0; i < steps.Length; i++)
            {
                steps[i] = add(definition.Steps[i], steps[i]);
            }
        }

        return steps;
    }

    private static StepAddition Find(AdditionText text)
    {
        var known = _known.FirstOrDefault(k => ArgumentNames.Comparer.Equals(k.Name, text.Name))
            ?? throw text.Wrong($"there is no attribute '{text.Name}' to add.{Suggestion.For(text.Name, _known.Select(k => k.Name))} There are {string.Join(", ", _known.Select(k => k.Name))}");
        if (known.Arguments is { } arguments && text.Arguments.FirstOrDefault(a => !arguments.Contains(a, ArgumentNames.Comparer)) is { } unknown)
        {
            throw text.Wrong($"{known.Name} has no argument '{unknown}'.{Suggestion.For(unknown, arguments)} It has {string.Join(", ", arguments)}");
        }

        return known;
    }

    private static Func<StepDefinition, StepSettings, StepSettings> Retry(AdditionText text, FlowDefinition definition)
    {
        var usual = new RetryAttribute();
        var retry = new RetryAttribute
        {
            Times = text.Whole("times", usual.Times, least: 0),
            DelaySeconds = text.Time("delay-seconds", usual.DelaySeconds, TimeSpan.TicksPerSecond),
            Backoff = text.Choice("backoff", usual.Backoff),
            MaxDelaySeconds = text.Time("max-delay-seconds", usual.MaxDelaySeconds, TimeSpan.TicksPerSecond),
        };
        return (_, step) => step with { Retry = step.Retry ?? retry };
    }

    private static Func<StepDefinition, StepSettings, StepSettings> Timeout(AdditionText text, FlowDefinition definition)
    {
        var timeout = new TimeoutAttribute
        {
            Hours = text.Time("hours", 0, TimeSpan.TicksPerHour),
            Minutes = text.Time("minutes", 0, TimeSpan.TicksPerMinute),
            Seconds = text.Time("seconds", 0, TimeSpan.TicksPerSecond),
        };
        const long most = long.MaxValue / TimeSpan.TicksPerSecond;
        return ((((timeout.Hours * 60) + timeout.Minutes) * 60) + timeout.Seconds) switch
        {
            0 => throw text.Wrong("a timeout is longer than nothing: give hours, minutes or seconds"),
            > most => throw text.Wrong($"a timeout is at most {most} seconds long"),
            _ => (_, step) => step with { Timeout = step.Timeout ?? timeout },
        };
    }

    // A step whose transition is chosen in its body cannot be caught, and is left as it is.
    private static Func<StepDefinition, StepSettings, StepSettings> Catch(AdditionText text, FlowDefinition definition)
    {
        var artifact = text.Text("artifact") ?? throw text.Wrong("it does not say where failures go: give artifact=NAME, an artifact of type StepFailure?");
        return FlowCatches.CanHoldFailure(definition, artifact)
            ? (known, step) => FlowCatches.CanCatch(known) ? step with { Catch = step.Catch ?? new CatchAttribute(artifact) } : step
            : throw text.Wrong($"'{artifact}' is no artifact of type StepFailure? of flow {definition.Name}");
    }

    private static Func<StepDefinition, StepSettings, StepSettings> Resources(AdditionText text, FlowDefinition definition)
    {
        var resources = new ResourcesAttribute
        {
            Cpu = text.Decimal("cpu", 1),
            MemoryMb = text.Whole("memory-mb", 0, least: 0),
            DiskMb = text.Whole("disk-mb", 0, least: 0),
            Gpu = text.Whole("gpu", 0, least: 0),
            GpuType = text.Text("gpu-type"),
        };
        return (_, step) => step with { Resources = step.Resources ?? resources };
    }

    private static Func<StepDefinition, StepSettings, StepSettings> Concurrency(AdditionText text, FlowDefinition definition)
    {
        var concurrency = new ConcurrencyAttribute { Max = text.Whole("max", int.MaxValue, least: 1) };
        return (_, step) => step with { Concurrency = step.Concurrency ?? concurrency };
    }

    private static Func<StepDefinition, StepSettings, StepSettings> EnvironmentVariable(AdditionText text, FlowDefinition definition)
    {
        EnvironmentVariableAttribute[] variables = [.. text.Arguments.Select(name => new EnvironmentVariableAttribute(name, text.Text(name)!))];
        return variables.Length > 0
            ? (_, step) => step with { EnvironmentVariables = [.. step.EnvironmentVariables, .. variables.Where(v => step.EnvironmentVariables.All(e => e.Name != v.Name))] }
            : throw text.Wrong("it names no variable: give NAME=value");
    }
}
