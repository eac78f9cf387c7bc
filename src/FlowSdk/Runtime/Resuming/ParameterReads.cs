using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Resuming;

/// <summary>Tells which of the parameters that have changed each step reads.</summary>
internal sealed class ParameterReads
{
    private readonly string[] _changed;
    private readonly string?[] _byStep;

    /// <param name="definition">The flow.</param>
    /// <param name="changed">The names of the parameters whose values are others than in the origin.</param>
    public ParameterReads(FlowDefinition definition, IEnumerable<string> changed)
    {
        _changed = [.. changed];
        _byStep = new string?[definition.Steps.Count];
        var sources = _changed.Length > 0 ? definition.Sources() : [];
        for (var step = 0; step < _byStep.Length && _changed.Length > 0; step++)
        {
            var read = IsKnown(definition, step, sources) ? _changed.Where(sources[step].Reads.Contains) : _changed;
            _byStep[step] = string.Join(", ", read) is { Length: > 0 } names ? names : null;
        }
    }

    /// <summary>The names of the changed parameters that a step reads, or may read; null for none.</summary>
    public string? ChangedFor(int step) => _byStep[step];

    /// <summary>The parameters whose recorded values differ. One that the origin did not have has changed if it was given.</summary>
    public static IEnumerable<string> Changed(
        IReadOnlyList<RecordedParameter> before, IReadOnlyList<RecordedParameter> now, IReadOnlySet<string> given)
    {
        var known = before.ToDictionary(p => p.Name, p => p.Value);
        return now.Where(p => known.TryGetValue(p.Name, out var value) ? !value.SameContent(p.Value) : given.Contains(p.Name)).Select(p => p.Name);
    }

    // Filters and what is done with services see the flow, and the generator does not see them.
    private static bool IsKnown(FlowDefinition definition, int step, IReadOnlyList<StepSource> sources) =>
        step < sources.Count && sources[step].IsComplete && !definition.ConstructorNeedsServices && definition.Steps[step].Filters is null;
}
