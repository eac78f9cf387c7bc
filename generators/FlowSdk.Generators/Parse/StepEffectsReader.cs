using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Makes the effects of a step from what its body does.</summary>
/// <remarks>
/// Within a step, what is set on some way counts as set: a read is to be looked at unless the step may have set the artifact by
/// the time it comes to the read for the first time. What stands in a lambda may run at any time later, and so after what follows.
/// </remarks>
internal sealed class StepEffectsReader
{
    private readonly BodyGraph _body;
    private readonly IReadOnlyDictionary<string, int> _artifacts;
    private readonly (int Place, BodyEvent Event)[] _events;

    // By artifact, the places that set it.
    private readonly ILookup<int, int> _setters;
    private readonly bool _isFiltered;
    private readonly bool _isJoin;
    private readonly bool[] _reached;

    private StepEffectsReader(BodyGraph body, IReadOnlyDictionary<string, int> artifacts, bool isFiltered, bool isJoin)
    {
        (_body, _artifacts, _events, _isFiltered, _isJoin, _reached) = (body, artifacts, [.. body.Events()], isFiltered, isJoin, body.Reach(BodyGraph.Entry));
        _setters = Of(BodyEventKind.Set).Where(e => artifacts.ContainsKey(e.Event.Property!.Name)).ToLookup(e => artifacts[e.Event.Property!.Name], e => e.Place);
    }

    /// <param name="step">The step.</param>
    /// <param name="transitions">Its transitions, in the order of the graph.</param>
    /// <param name="body">What its body does.</param>
    /// <param name="artifacts">The numbers of the artifacts, by name.</param>
    /// <param name="isFiltered">Whether filters surround it: they are given the flow, and may read and set anything.</param>
    public static StepEffects Read(
        IMethodSymbol step, IReadOnlyList<TransitionCall> transitions, BodyGraph body, IReadOnlyDictionary<string, int> artifacts, bool isFiltered)
    {
        var reader = new StepEffectsReader(body, artifacts, isFiltered, StepSignature.Read(step).IsJoin);
        var failure = FlowNames.Attribute(step, "CatchAttribute")?.ConstructorArguments is [{ Value: string name }] && artifacts.TryGetValue(name, out var number) ? number : -1;
        return reader.Read(step.Name, transitions, failure);
    }

    private StepEffects Read(string step, IReadOnlyList<TransitionCall> transitions, int failure)
    {
        var merges = Of(BodyEventKind.Merge).ToArray();

        // What is set only where the step then throws is not there after it.
        var leave = _body.LeadTo(_body.Exit);
        return new()
        {
            Name = step,
            Sets = ByArtifact(places => places.Any(p => _reached[p] && leave[p])),
            Overwrites = ByArtifact(places => !_body.Reach(BodyGraph.Entry, places.Contains)[_body.Exit]),
            IsOpen = _isFiltered || Of(BodyEventKind.Unknown).Any(),
            Reads = [.. Of(BodyEventKind.Read).Where(e => _artifacts.ContainsKey(e.Event.Property!.Name)).Select(e => Read(e.Place, e.Event, merges))],
            Merges = [.. merges.Select(m => Merge(m.Place, m.Event))],
            Choices = [.. Of(BodyEventKind.Choice).Where(e => _reached[e.Place] && e.Event.Input!.Choice is InputChoice.Branch or InputChoice.Place).Select(e => new ChoiceEffect(e.Event.Input!, e.Place))],
            Failure = failure,
            Tested = [.. transitions.Select(t => Of(BodyEventKind.Transition).Where(e => e.Event.Syntax == t.Syntax).Select(e => Tested(e.Place)).FirstOrDefault() ?? [])],
        };
    }

    private ReadEffect Read(int place, BodyEvent read, (int Place, BodyEvent Event)[] merges)
    {
        var artifact = _artifacts[read.Property!.Name];
        var effect = new ReadEffect(artifact, place) { Input = read.Input };
        if (!_reached[place] || read.IsExpected || IsNullable(read.Property) || (_isFiltered && read.Input is null))
        {
            return effect;
        }

        if (read.Input is not null)
        {
            return effect with { IsChecked = read.Input.Choice != InputChoice.Unknown, Tested = Tested(place) };
        }

        int[] setters = [.. Of(BodyEventKind.Unknown).Select(e => e.Place), .. _setters[artifact]];
        if (setters.Length == 0 && merges.Length == 0)
        {
            return effect with { IsChecked = true, Tested = Tested(place) };
        }

        var before = Before(place);
        return effect with
        {
            IsChecked = !setters.Any(before),
            Merges = [.. Enumerable.Range(0, merges.Length).Where(m => before(merges[m].Place))],
            Tested = Tested(place),
        };
    }

    /// <summary>Tells which places the step may have passed when it comes to some code for the first time.</summary>
    private Func<int, bool> Before(int place)
    {
        // What a finally does stands at several places, one for each way to it.
        var one = _body[place]!;
        var copies = _events.Where(e => e.Event.Kind == one.Kind && e.Event.Syntax == one.Syntax && e.Event.Call == one.Call).Select(e => e.Place).ToArray();
        var before = Array.ConvertAll(copies, c => Before(c, copies));
        return before.Length == 1 ? before[0] : p => before.Any(isBefore => isBefore(p));
    }

    private Func<int, bool> Before(int place, int[] copies)
    {
        var reached = _body.Reach(BodyGraph.Entry, copies.Contains);
        var leads = _body.LeadTo(place);
        var region = _body.Region(place);
        var after = region == 0 ? null : _body.Reach(place);
        return p => p != place && ((reached[p] && leads[p]) || (after is not null && after[p] && _body.Region(p) != region));
    }

    private IReadOnlyList<int> Tested(int place) =>
    [
        .. Of(BodyEventKind.Test).Select(e => e.Event.Property!.Name).Distinct()
            .Where(n => _artifacts.ContainsKey(n) && !_body.Reach(BodyGraph.Entry, p => IsTest(p, n))[place])
            .Select(n => _artifacts[n]),
    ];

    /// <summary>Whether a place asks for a failure. A join begins without any: what it asks before it has merged them says nothing.</summary>
    private bool IsTest(int place, string failure)
    {
        if (_body[place] is not { Kind: BodyEventKind.Test } test || test.Property!.Name != failure)
        {
            return false;
        }

        if (!_isJoin || test.Input is not null)
        {
            return true;
        }

        var before = Before(place);
        return Of(BodyEventKind.Merge).Any(m => before(m.Place) && m.Event.Merge!.Takes(failure)) || _setters[_artifacts[failure]].Any(before) || Of(BodyEventKind.Unknown).Any(u => before(u.Place));
    }

    private MergeEffect Merge(int place, BodyEvent happening)
    {
        var merge = happening.Merge!;
        var isRequired = merge is { IsKnown: true, Include: not null } && !happening.IsExpected;
        return new(merge.Source, place)
        {
            IsOfAll = merge.IsOfAll,
            IsKnown = merge.IsKnown,
            IsTried = merge.IsTried,
            Tested = Tested(place),
            Takes = [.. _artifacts.OrderBy(a => a.Value).Select(a => merge.Takes(a.Key))],
            Required = isRequired ? [.. merge.Include!.Where(_artifacts.ContainsKey).Select(n => _artifacts[n])] : [],
        };
    }

    /// <summary>By artifact, whether something holds for the places that set it; it does not where nothing sets it.</summary>
    private bool[] ByArtifact(Func<IEnumerable<int>, bool> holds)
    {
        var found = new bool[_artifacts.Count];
        foreach (var places in _setters)
        {
            found[places.Key] = holds(places);
        }

        return found;
    }

    private IEnumerable<(int Place, BodyEvent Event)> Of(BodyEventKind kind) => _events.Where(e => e.Event.Kind == kind);

    private static bool IsNullable(IPropertySymbol property) =>
        property.Type.NullableAnnotation == NullableAnnotation.Annotated || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
